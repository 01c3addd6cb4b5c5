import { Injectable } from '@nestjs/common';
import { consentEnded } from '../../consent/index.js';
import { interviewScored, interviewSubmitted } from '../../interviews/index.js';
import { Database } from '../../platform/db/index.js';
import { type JobContext, OnEvent, OnJob } from '../../platform/jobs/index.js';
import { BatchSending } from './batches/batch-sending.js';
import { InvitationSweep } from './invitation-sweep.js';
import { catchUpResults, sendInvitations, tendInvitations } from './invitations.jobs.js';
import { OverdueInvitations } from './overdue-invitations.js';
import { ResultRouting } from './results/result-routing.js';
import { Withdrawals } from './results/withdrawals.js';

@Injectable()
export class InvitationsWorker {
  constructor(
    private readonly sending: BatchSending,
    private readonly routing: ResultRouting,
    private readonly withdrawals: Withdrawals,
    private readonly overdue: OverdueInvitations,
    private readonly sweep: InvitationSweep,
    private readonly db: Database,
  ) {}

  @OnJob(sendInvitations)
  async send({ batchId }: { batchId: string }): Promise<void> {
    await this.sending.sendSlice(batchId);
  }

  @OnEvent(interviewSubmitted)
  async handedIn({ interviewId }: { interviewId: string }): Promise<void> {
    await this.db.transaction((tx) => this.routing.route(tx, interviewId));
  }

  @OnEvent(interviewScored)
  async scored({ interviewId }: { interviewId: string }): Promise<void> {
    await this.db.transaction((tx) => this.routing.route(tx, interviewId));
  }

  @OnEvent(consentEnded)
  async consentEnded({ purpose, scope, because }: { purpose: string; scope: string; because: string }, { jobId }: Pick<JobContext, 'jobId'>): Promise<void> {
    if (purpose === 'invited_result') await this.db.transaction((tx) => this.withdrawals.follow(tx, scope, because));
    if (purpose === 'client_sharing') await this.db.transaction((tx) => this.withdrawals.followSharing(tx, scope, because, jobId));
  }

  @OnJob(catchUpResults)
  async catchUp(): Promise<void> {
    await this.routing.catchUp();
  }

  @OnJob(tendInvitations)
  async tend(): Promise<void> {
    await this.overdue.expire();
    await this.overdue.letGo();
    await this.sweep.remind();
    await this.sweep.forget();
    await this.sending.resume();
  }
}
