import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const applyEvent = defineJob({
  name: 'payments.apply-event',
  queue: 'default',
  payload: z.object({ eventId: z.uuid() }),
  attempts: 8,
  timeoutMs: 60_000,
  says: 'Asks a gateway what became of what it sent word of, and does what follows: what was paid is given, what went back is taken.',
});

export const lookAtPurchase = defineJob({
  name: 'payments.look',
  queue: 'default',
  payload: z.object({ purchaseId: z.uuid(), payment: z.string().optional() }),
  attempts: 4,
  timeoutMs: 60_000,
  says: 'Asks a gateway what became of one purchase, and does what follows.',
});

export const lookAtSetApart = defineJob({
  name: 'payments.look-at-set-apart',
  queue: 'default',
  payload: z.object({ quarantineId: z.uuid() }),
  attempts: 4,
  timeoutMs: 60_000,
  says: 'Asks a gateway what became of a payment that was set apart, of which money goes back.',
});

export const lookAtPending = defineJob({
  name: 'payments.look-at-pending',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '* * * * *',
  says: 'Asks about purchases that are not decided, each every ten minutes, and about plans whose turn is over. Asks again for work on what gateways sent and nobody works on.',
});

export const watchGateways = defineJob({
  name: 'payments.watch-gateways',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '19 * * * *',
  says: 'Tells the operators of a gateway that people pay through and that has sent no word of it for as long as the policy says, once for each silence.',
});

export const endPaymentRecords = defineJob({
  name: 'payments.end-records',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '41 3 * * *',
  says: 'Deletes purchases with their payments and plans, what gateways sent, and what was set apart, once the time is over for which records must be kept. Nobody has seen them since that second.',
});
