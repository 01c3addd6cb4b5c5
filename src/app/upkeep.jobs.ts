import { z } from 'zod';
import { defineJob } from '../platform/jobs/index.js';

export const pruneAuditLog = defineJob({
  name: 'app.prune-audit-log',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '41 2 * * *',
  says: 'Deletes entries of the audit log whose period is over, and leaves a checkpoint from which the rest verifies.',
});

export const tidyDeletionLedger = defineJob({
  name: 'app.tidy-deletion-ledger',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '51 2 * * *',
  says: 'Sums up how much was deleted on days that are over, because its time had come, and forgets days whose own period is over.',
});
