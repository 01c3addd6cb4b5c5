import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { Database } from '../../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../../platform/http/index.js';
import { rescoringBody, type RescoringBody, rescoringsView, type RescoringsView, rescoringView, type RescoringView } from '../evaluations.dto.js';
import { type Rescoring } from './rescoring.repository.js';
import { Rescorings } from './rescorings.js';

/** Interviews judged once more, beside what counts. */
@Controller('api/operations/rescorings')
export class RescoringsController {
  constructor(
    private readonly rescorings: Rescorings,
    private readonly db: Database,
  ) {}

  @Get()
  @For('operator')
  @View(rescoringsView)
  async rescoringsSoFar(): Promise<RescoringsView> {
    return { rescorings: (await this.rescorings.list(this.db.alone)).map(asView) };
  }

  @Post()
  @For('operator')
  @View(rescoringView, 201)
  async rescore(@Me() actor: Actor, @Body({ schema: rescoringBody }) wish: RescoringBody): Promise<RescoringView> {
    return asView(await this.db.transaction((tx) => this.rescorings.ask(tx, actor.id, wish)));
  }

  /** From now on its scores count, where nothing speaks against it. */
  @Post(':id/adoption')
  @For('operator')
  @HttpCode(202)
  @View(rescoringView, 202)
  async adoptRescoring(@Me() actor: Actor, @Id() id: string): Promise<RescoringView> {
    return asView(await this.db.transaction((tx) => this.rescorings.adopt(tx, actor.id, id)));
  }

  /** Throws its scores away. */
  @Delete(':id')
  @For('operator')
  @HttpCode(204)
  async dropRescoring(@Me() actor: Actor, @Id() id: string): Promise<void> {
    await this.db.transaction((tx) => this.rescorings.drop(tx, actor.id, id));
  }
}

const asView = ({ askedAt, settledAt, ...rest }: Rescoring): RescoringView => ({ ...rest, askedAt: askedAt.toISOString(), settledAt: settledAt?.toISOString() ?? null });
