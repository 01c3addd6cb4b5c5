import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { type Tx } from '../platform/db/index.js';
import { Outbox } from '../platform/jobs/index.js';
import { noteFact } from '../platform/journal/index.js';
import { Policy } from '../platform/policy/index.js';
import { type Interview } from './interview.entity.js';
import { keepingNotOffered } from './interviews.errors.js';
import { resultsEndMoved } from './interviews.events.js';
import { keptFact } from './interviews.facts.js';
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
    await noteFact(tx, keptFact, { candidateId, interviewId: id, kept: 'yes' });
    await this.outbox.publish(tx, resultsEndMoved, { accountId: candidateId });
  }

  /** The interview ends again when the policy says, in a week at the earliest. */
  async letGo(tx: Tx, candidateId: string, id: string): Promise<void> {
    const interview = await this.interviews.getMineLocked(tx, candidateId, id);
    await noteFact(tx, keptFact, { candidateId, interviewId: id, kept: 'no' });
    await this.end(tx, interview);
  }

  /** Of one that came back with a backup; false when none did that is kept. */
  async letGoAgain(tx: Tx, candidateId: string, id: string): Promise<boolean> {
    const interview = await this.interviews.findMineLocked(tx, candidateId, id);
    if (!interview?.kept) return false;
    await this.end(tx, interview);
    return true;
  }

  /** What has no end by an earlier policy gets one where this one gives it one; what was kept, where this one lets nobody keep. */
  async heedPolicy(tx: Tx): Promise<void> {
    const period = this.policy.findPeriod('interviewResults');
    if (!period) return;
    const { pins } = this.policy.values;
    for (const accountId of await this.interviews.giveEnds(tx, period.iso, { alsoKept: !pins.interviewResults })) await this.outbox.publish(tx, resultsEndMoved, { accountId });
  }

  private async end(tx: Tx, interview: Interview): Promise<void> {
    interview.letGo(await this.clock.now(tx), this.policy.expiresAt('interviewResults', interview.submittedAt ?? interview.startedAt));
    await this.interviews.save(tx, interview);
    await this.outbox.publish(tx, resultsEndMoved, { accountId: interview.candidateId });
  }
}
