import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { FairnessReport } from './fairness-report.js';
import { asFigures, fairnessQuery, type FairnessQuery, fairnessView, type FairnessView } from './fairness.dto.js';

/** Whether the scores of a template treat groups of people alike. */
@Controller('api/templates/:id/fairness')
export class FairnessController {
  constructor(private readonly report: FairnessReport) {}

  @Get()
  @For('recruiter')
  @View(fairnessView)
  async fairness(@Me() actor: Actor, @Id() id: string, @Query({ schema: fairnessQuery }) { year }: FairnessQuery): Promise<FairnessView> {
    return asFigures(await this.report.read(actor.id, id, year));
  }

  @Get('file')
  @For('recruiter')
  @ApiProduces('text/csv')
  async fairnessFile(@Me() actor: Actor, @Id() id: string, @Query({ schema: fairnessQuery }) { year }: FairnessQuery): Promise<StreamableFile> {
    const file = Buffer.from(await this.report.file(actor.id, id, year));
    return new StreamableFile(file, { type: 'text/csv; charset=utf-8; header=present', disposition: 'attachment; filename="fairness.csv"' });
  }
}
