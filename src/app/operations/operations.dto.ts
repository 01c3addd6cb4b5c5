import { z } from 'zod';
import { mailStates } from '../../platform/mail/index.js';

const moment = z.string().meta({ format: 'date-time' });
const older = z.uuid('This place in the list does not exist. Begin at the top.').optional();

export const statusView = z
  .object({
    checks: z.array(z.object({ name: z.string(), ok: z.boolean(), says: z.string() })),
    queues: z.array(z.object({ name: z.string(), waiting: z.number().int(), active: z.number().int(), failed: z.number().int(), oldestDueSeconds: z.number().int() })),
  })
  .meta({ id: 'OperationsStatus' });

export const failedJobsQuery = z.object({ before: older });
export const failedJobsView = z
  .object({
    jobs: z.array(z.object({
      id: z.uuid(), name: z.string(), subscriber: z.string().nullable(), queue: z.string().nullable(),
      fault: z.string().nullable(), attempts: z.number().int(), losses: z.number().int(), failedAt: moment,
    })),
    next: z.string().nullable(),
  })
  .meta({ id: 'FailedJobs' });

export const mailsQuery = z.object({ state: z.enum(mailStates).optional(), before: older });
export const mailsView = z
  .object({
    counts: z.object({ queued: z.number().int(), sent: z.number().int(), refused: z.number().int() }),
    mails: z.array(z.object({ id: z.uuid(), template: z.string(), state: z.enum(mailStates), writtenAt: moment, doneAt: moment.nullable() })),
    next: z.string().nullable(),
  })
  .meta({ id: 'MailLedger' });

export const personView = z
  .object({
    id: z.uuid(),
    roles: z.array(z.enum(['candidate', 'recruiter', 'interviewer', 'operator'])),
    state: z.enum(['unconfirmed', 'open', 'closed']),
    madeAt: moment,
    signIns: z.number().int(),
    /** How many rows each table holds of this person, and how long that kind of thing is kept. Never what stands in them. */
    holdings: z.array(z.object({ module: z.string(), table: z.string(), rows: z.number().int(), kept: z.string() })),
  })
  .meta({ id: 'Person' });

const entryId = z.uuid('Enter a whole id, like 0193c2f0-8a3e-7c41-9d25-3f6a1b2c4d5e.').optional();
export const auditQuery = z.object({
  actor: entryId,
  subject: entryId,
  action: z.string().max(100, 'Use at most 100 characters.').optional(),
  before: z.coerce.number('This place in the list does not exist. Begin at the top.').int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
});

export const auditView = z
  .object({
    entries: z.array(z.object({
      sequence: z.number().int(),
      at: moment,
      actor: z.object({ kind: z.enum(['account', 'system', 'guest']), id: z.uuid().nullable() }),
      action: z.string(),
      subject: z.object({ kind: z.string(), id: z.uuid() }).nullable(),
      /** Ids, codes and numbers, as JSON. */
      detail: z.string(),
    })),
    next: z.number().int().nullable(),
  })
  .meta({ id: 'AuditEntries' });

const verification = z.object({
  askedAt: moment, finishedAt: moment.nullable(), entries: z.number().int().nullable(), head: z.string().nullable(), brokenAt: z.number().int().nullable(),
});
/** The check asked for last; null when there has been none lately. */
export const verificationView = z.object({ verification: verification.nullable() }).meta({ id: 'AuditVerification' });

const ledgerFault = z.object({ ref: z.string(), version: z.number().int().nullable(), fault: z.enum(['chain', 'grant']) });
const ledgerCheck = z.object({
  askedAt: moment, finishedAt: moment.nullable(), percent: z.number().int(), chains: z.number().int(), entries: z.number().int(), faults: z.number().int(),
  /** The first place that does not fit: `ref` is a pseudonym of the ledger. */
  first: ledgerFault.nullable(),
});
/** The check asked for last; null when there has been none lately. */
export const ledgerCheckView = z.object({ check: ledgerCheck.nullable() }).meta({ id: 'LedgerCheck' });

export type StatusView = z.infer<typeof statusView>;
export type FailedJobsView = z.infer<typeof failedJobsView>;
export type MailsQuery = z.infer<typeof mailsQuery>;
export type MailsView = z.infer<typeof mailsView>;
export type PersonView = z.infer<typeof personView>;
export type AuditQuery = z.infer<typeof auditQuery>;
export type AuditView = z.infer<typeof auditView>;
export type LedgerCheckView = z.infer<typeof ledgerCheckView>;
export type VerificationView = z.infer<typeof verificationView>;
