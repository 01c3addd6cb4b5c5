import { Injectable } from '@nestjs/common';
import { interviewScored } from '../../interviews/index.js';
import { OnEvent, OnJob } from '../../platform/jobs/index.js';
import { CountedScores } from './counted-scores.js';
import { tendSurveys } from './fairness.jobs.js';

@Injectable()
export class FairnessWorker {
  constructor(private readonly scores: CountedScores) {}

  @OnEvent(interviewScored)
  interviewScored({ interviewId }: { interviewId: string }): Promise<void> {
    return this.scores.scored(interviewId);
  }

  @OnJob(tendSurveys)
  tend(): Promise<void> {
    return this.scores.tend();
  }
}
