import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const verifyConsentLedger = defineJob({
  name: 'app.verify-consent-ledger',
  queue: 'sweeps',
  payload: z.object({ checkId: z.uuid().optional() }),
  attempts: 3,
  timeoutMs: 600_000,
  cron: '23 3 * * *',
  says: 'Follows the chain of consents of each person and writes down whether all of it is whole; an operator may ask for it at any time.',
});

export const verifyAuditLog = defineJob({
  name: 'app.verify-audit-log',
  queue: 'sweeps',
  payload: z.object({ verificationId: z.uuid().optional() }),
  attempts: 3,
  timeoutMs: 600_000,
  cron: '11 3 * * *',
  says: 'Follows the whole chain of the audit log and writes down whether it is whole; an operator may ask for it at any time.',
});
