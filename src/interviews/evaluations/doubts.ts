import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type Interview } from '../interview.entity.js';
import { type ReportView } from '../interviews.dto.js';
import { ReviewRepository } from './reviews/review.repository.js';
import { type Run } from './run.js';
import { RunRepository } from './run.repository.js';

/** What a report says of who else judged: a second evaluation near the mark, and the person who decides or decided. */
@Injectable()
export class Doubts {
  constructor(
    private readonly runs: RunRepository,
    private readonly reviews: ReviewRepository,
  ) {}

  async about(tx: Tx, { id, runId }: Interview): Promise<Pick<ReportView, 'second' | 'review'>> {
    const runs = await this.runs.ofInterview(tx, id);
    const counting = runs.find((run) => run.id === runId);
    const second = runs.find((run) => run.why === 'second' && run.state === 'scored' && run.basedOn === runId);
    const review = await this.reviews.ofInterview(tx, id);
    return {
      second: named(second),
      review: review && {
        dueAt: review.dueAt.toISOString(),
        decidedAt: review.decidedAt?.toISOString() ?? null,
        basedOn: counting?.why === 'person' ? named(runs.find((run) => run.id === counting.basedOn)) : null,
        reason: counting?.reason ?? null,
      },
    };
  }
}

function named(run: Run | undefined): { name: string; version: string } | null {
  return run ? { name: run.evaluator, version: run.evaluatorVersion } : null;
}
