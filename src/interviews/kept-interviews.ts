import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { type Tx } from '../platform/db/index.js';
import { Outbox } from '../platform/jobs/index.js';
import { Policy } from '../platform/policy/index.js';
import { keepingNotOffered } from './interviews.errors.js';
import { resultsEndMoved } from './interviews.events.js';
import { InterviewRepository } from './interviews.repository.js';

/** Interviews whose owners keep them until they delete them, as far as the policy lets them. */
@Injectable()
export class KeptInterviews {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly policy: Policy,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** AppError `interviews.keeping_not_offered`, `interviews.not_keepable`. */
  async keep(tx: Tx, candidateId: string, id: string): Promise<void> {
    const interview = await this.interviews.getMineLocked(tx, candidateId, id);
    if (!this.policy.values.pins.interviewResults) throw keepingNotOffered();
    interview.keep();
    await this.interviews.save(tx, interview);
    await this.outbox.publish(tx, resultsEndMoved, { accountId: candidateId });
  }

  /** The interview ends again when the policy says, in a week at the earliest. */
  async letGo(tx: Tx, candidateId: string, id: string): Promise<void> {
    const interview = await this.interviews.getMineLocked(tx, candidateId, id);
    interview.letGo(await this.clock.now(tx), this.policy.endOf('interviewResults', interview.submittedAt ?? interview.startedAt));
    await this.interviews.save(tx, interview);
    await this.outbox.publish(tx, resultsEndMoved, { accountId: candidateId });
  }

  /** What was kept under an earlier policy must not outlast one that keeps nothing. */
  async heedPolicy(tx: Tx): Promise<void> {
    const { pins } = this.policy.values;
    if (pins.interviewResults) return;
    for (const accountId of await this.interviews.letGoAll(tx, this.policy.periodOf('interviewResults').iso)) await this.outbox.publish(tx, resultsEndMoved, { accountId });
  }
}
