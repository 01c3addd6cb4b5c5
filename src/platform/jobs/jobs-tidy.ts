import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Policy } from '../policy/index.js';
import { defineJob } from './definitions.js';
import { type JobContext, OnJob } from './on-job.js';
import { OutboxRepository } from './outbox.repository.js';

export const tidyJobs = defineJob({
  name: 'jobs.tidy',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '17 * * * *',
  says: 'Deletes finished and given-up work once the policy no longer keeps it (`operational`).',
});

/** Deletes what the policy no longer keeps of the work that has ended. */
@Injectable()
export class JobsTidy {
  constructor(
    private readonly outbox: OutboxRepository,
    private readonly policy: Policy,
  ) {}

  @OnJob(tidyJobs)
  async tidy(_payload: object, { signal }: JobContext): Promise<void> {
    const period = this.policy.periodOf('operational').iso;
    while (!signal.aborted && (await this.outbox.deleteEnded(period)) > 0);
  }
}
