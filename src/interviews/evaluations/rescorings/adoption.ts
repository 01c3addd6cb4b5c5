import { Injectable } from '@nestjs/common';
import { Notifications } from '../../../notifications/index.js';
import { Database, type Tx } from '../../../platform/db/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { type Interview } from '../../interview.entity.js';
import { InterviewRepository } from '../../interviews.repository.js';
import { readScore } from '../../scoring/rubric.js';
import { Counting } from '../counting.js';
import { agreeOnMark, isNearMark } from '../near-mark.js';
import { RescoringRepository } from './rescoring.repository.js';
import { isByAi, type Run } from '../run.js';
import { RunRepository } from '../run.repository.js';

/** Lets the runs of a re-scoring count, one interview in each transaction, so that nobody waits and nothing is done twice. */
@Injectable()
export class Adoption {
  constructor(
    private readonly rescorings: RescoringRepository,
    private readonly runs: RunRepository,
    private readonly interviews: InterviewRepository,
    private readonly counting: Counting,
    private readonly notifications: Notifications,
    private readonly policy: Policy,
  ) {}

  async carryOut(db: Database, rescoringId: string): Promise<void> {
    while (await db.transaction((tx) => this.adoptNext(tx, rescoringId)));
  }

  private async adoptNext(tx: Tx, rescoringId: string): Promise<boolean> {
    const id = await this.rescorings.nextToAdopt(tx, rescoringId);
    const run = id === null ? null : await this.runs.find(tx, id);
    if (!run) return false;
    const interview = await this.interviews.findLocked(tx, run.interviewId);
    const counts = interview !== null && (await this.mayCount(tx, interview, run));
    await this.rescorings.adopt(tx, run.id, counts ? 'counts' : 'left_out');
    if (!counts) return true;
    const before = interview.overall;
    await this.counting.let(tx, interview, run);
    if (before !== run.overall) await this.tell(tx, interview, run);
    return true;
  }

  /**
   * Only over what counted when it was asked for; never over the word of a person; and no AI evaluator alone moves an
   * interview across the mark from close by.
   */
  private async mayCount(tx: Tx, interview: Interview, run: Run): Promise<boolean> {
    if (run.overall === null || interview.runId !== run.basedOn || !['scored', 'not_scored'].includes(interview.state)) return false;
    const counting = run.basedOn === null ? null : await this.runs.find(tx, run.basedOn);
    if (counting?.why === 'person') return false;
    const mark = this.policy.values.certificate.scoreAbove;
    const overall = readScore(run.overall);
    if (!isByAi(run.evaluator) || !isNearMark(overall, mark)) return true;
    return interview.overall !== null && agreeOnMark(overall, readScore(interview.overall), mark);
  }

  private tell(tx: Tx, { id, candidateId }: Interview, run: Run): Promise<void> {
    return this.notifications.note(tx, {
      accountId: candidateId, kind: 'interviews.scored_again', title: 'An interview of yours was scored again', link: `/interviews/${id}/report`, dedupe: run.id,
      body: 'Its report shows the new score and who gave it.',
    });
  }
}
