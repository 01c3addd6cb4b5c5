import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const reconcilePayments = defineJob({
  name: 'payments.reconcile',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 1_800_000,
  cron: '20 3 * * *',
  says: 'Asks each gateway about what was paid, paid back or expected the day before, about what went back in the four weeks before that, since a refund can still fail, and about days of the last week that did not come out even; writes down what differs, and has it looked at anew.',
});

export const endInvoices = defineJob({
  name: 'payments.end-invoices',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '51 3 * * *',
  says: 'Deletes invoices, credit notes and what was compared with gateways, once the time is over for which such records must be kept. Nobody has seen them since that second; their numbers are not given again.',
});
