import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type JobContext, OnJob } from '../../platform/jobs/index.js';
import { Adoption } from './rescorings/adoption.js';
import { adoptRescoring, findUnmadeRescorings, makeRescoring } from './evaluations.jobs.js';
import { Rescorer } from './rescorings/rescorer.js';
import { Rescorings } from './rescorings/rescorings.js';

@Injectable()
export class EvaluationsWorker {
  constructor(
    private readonly rescorer: Rescorer,
    private readonly rescorings: Rescorings,
    private readonly adoption: Adoption,
    private readonly db: Database,
  ) {}

  @OnJob(makeRescoring)
  make({ rescoringId }: { rescoringId: string }, context: JobContext): Promise<void> {
    return this.rescorer.make(rescoringId, context);
  }

  @OnJob(findUnmadeRescorings)
  findUnmade(): Promise<void> {
    return this.db.transaction((tx) => this.rescorings.askForUnmade(tx));
  }

  @OnJob(adoptRescoring)
  adopt({ rescoringId }: { rescoringId: string }): Promise<void> {
    return this.adoption.carryOut(this.db, rescoringId);
  }
}
