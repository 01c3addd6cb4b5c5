import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, For, Me, View } from '../../platform/http/index.js';
import { asView, figuresQuery, type FiguresQuery, figuresView, type FiguresView } from './figures.dto.js';
import { HiringFigures } from './hiring-figures.js';

/** How the invited interviews of an organisation go. */
@Controller('api/hiring')
export class FiguresController {
  constructor(private readonly figures: HiringFigures) {}

  @Get()
  @For('recruiter')
  @View(figuresView)
  async hiringFigures(@Me() actor: Actor, @Query({ schema: figuresQuery }) { template, days }: FiguresQuery): Promise<FiguresView> {
    return asView(await this.figures.read(actor.id, { days: Number(days), templateId: template ?? null }));
  }
}
