import { Injectable } from '@nestjs/common';
import { Entitlements } from '../payments/index.js';
import { type Tx } from '../platform/db/index.js';
import { type Interview } from './interview.entity.js';

/** What a practice interview costs its owner: one credit, which comes back when we fail. Invited ones are paid for by whoever invites. */
@Injectable()
export class InterviewCredits {
  constructor(private readonly entitlements: Entitlements) {}

  /** A look before anybody is asked for words that cost something; AppError `payments.nothing_left`. */
  mustBeThere(tx: Tx, candidateId: string): Promise<void> {
    return this.entitlements.mustHave(tx, { accountId: candidateId }, 'interview');
  }

  /** AppError `payments.nothing_left`. */
  use(tx: Tx, candidateId: string, interviewId: string): Promise<void> {
    return this.entitlements.consume(tx, { accountId: candidateId }, 'interview', interviewId);
  }

  /**
   * Gives back what it cost when it has no score because nobody could judge an answer; not when an answer itself has none.
   * Asked for once more it is judged for nothing: whoever waited for us does not pay for it.
   */
  async afterJudging(tx: Tx, { id, origin, state, runId }: Interview): Promise<void> {
    if (origin !== 'practice' || state !== 'not_scored') return;
    const ours = await tx.query<object[]>('select from interviews.answer_score where run_id = $1 and our_fault limit 1', [runId]);
    if (ours.length > 0) await this.entitlements.giveBack(tx, 'interview', [id], 'not_judged');
  }

  /** Gives back what these cost, whose end came before anybody judged them. */
  async neverJudged(tx: Tx, interviewIds: readonly string[]): Promise<void> {
    await this.entitlements.giveBack(tx, 'interview', interviewIds, 'never_judged');
  }
}
