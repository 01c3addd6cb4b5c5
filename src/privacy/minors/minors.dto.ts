import { z } from 'zod';
import { type MinorReport } from './minor-report.repository.js';

const moment = z.string().meta({ format: 'date-time' });
const text = (ask: string, most: number) => z.string().trim().min(1, ask).max(most, `Use at most ${most.toLocaleString('en')} characters.`).refine((value) => !value.includes('\0'), 'Remove the character that cannot be stored.');

/** `about`: the link of a certificate, the alias of a profile, or an e-mail address. */
export const minorReportBody = z.strictObject({
  about: text('Say who it is about.', 500), why: text('Say why you think so.', 2000), contact: z.email('Enter a whole address, like name@example.com, or leave it empty.').max(254).optional(),
});
export const hidingBody = z.strictObject({ accountId: z.uuid('Enter a whole id, like 0193c2f0-8a3e-7c41-9d25-3f6a1b2c4d5e.').optional() });
export const decisionBody = z.strictObject({ reason: text('Say why.', 2000) });
/** `before` is the `next` of the page before. */
export const minorReportsQuery = z.object({ state: z.enum(['open', 'decided']).default('open'), before: z.uuid('This place in the list does not exist. Begin at the top.').optional() });

/** `accountId` is null while it names no single account; the words are null once it is decided. */
const report = z.object({
  id: z.uuid(), accountId: z.uuid().nullable(), about: z.string().nullable(), why: z.string().nullable(), contact: z.string().nullable(), reportedAt: moment, hiddenUntil: moment.nullable(),
  outcome: z.enum(['erased', 'restored']).nullable(), reason: z.string().nullable(), decidedAt: moment.nullable(), accountGoneAt: moment.nullable(),
});
export const minorReportView = report.meta({ id: 'MinorReport' });
export const minorReportsView = z.object({ reports: z.array(report), next: z.uuid().nullable() }).meta({ id: 'MinorReports' });
/** The same for every report, so that nobody learns who is here. */
export const minorReportedView = z.object({ isReceived: z.literal(true) }).meta({ id: 'MinorReported' });

export type MinorReportBody = z.infer<typeof minorReportBody>;
export type HidingBody = z.infer<typeof hidingBody>;
export type MinorReportsQuery = z.infer<typeof minorReportsQuery>;
export type MinorReportView = z.infer<typeof minorReportView>;
export type MinorReportsView = z.infer<typeof minorReportsView>;
export type MinorReportedView = z.infer<typeof minorReportedView>;

export const asMinorReport = (found: MinorReport): MinorReportView => ({
  ...found, reportedAt: found.reportedAt.toISOString(), hiddenUntil: found.hiddenUntil?.toISOString() ?? null, decidedAt: found.decidedAt?.toISOString() ?? null, accountGoneAt: found.accountGoneAt?.toISOString() ?? null,
});
