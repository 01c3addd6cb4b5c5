import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { Policy } from '../../platform/policy/index.js';
import { failedJobsQuery, failedJobsView, type FailedJobsView } from './operations.dto.js';
import { PAGE, pageOf } from './page.js';

/** Work that was given up: which, why, and one more try. */
@Controller('api/operations/failed-jobs')
export class FailedJobsController {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly db: Database,
    private readonly policy: Policy,
  ) {}

  @Get()
  @For('operator')
  @View(failedJobsView)
  async failedJobs(@Query({ schema: failedJobsQuery }) { before }: { before?: string }): Promise<FailedJobsView> {
    const found = await this.outbox.failed(this.db.alone, { before, limit: PAGE + 1, keptFor: this.policy.periodOf('operational').iso });
    const { rows, next } = pageOf(found, ({ id }) => id);
    return { jobs: rows.map((job) => ({ ...job, failedAt: job.failedAt.toISOString() })), next };
  }

  @Post(':id/retry')
  @For('operator')
  @HttpCode(204)
  async retryFailedJob(@Me() actor: Actor, @Id() id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await this.outbox.retry(tx, id))) throw notFound();
      await this.audit.append(tx, { actor: { kind: 'account', id: actor.id }, action: 'operations.job_retried', subject: { kind: 'job', id } });
    });
  }
}
