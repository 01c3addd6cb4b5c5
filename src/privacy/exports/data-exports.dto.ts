import { z } from 'zod';
import { type DataExport } from './export.repository.js';

const moment = z.string().meta({ format: 'date-time' });

/** Asked again of whoever signed in longer ago than the policy's `freshFor`. */
export const proofBody = z.strictObject({ password: z.string().min(1, 'Enter your password.').max(1000, 'That is longer than any password we can check.').optional() });

/** The copy of one's data: being made (`partsDone` of `parts`; `isLate` when it takes longer than it should), or ready to be fetched until `expiresAt`; null when there is none. */
export const dataExportView = z
  .object({
    export: z.object({
      state: z.enum(['building', 'ready']), partsDone: z.number().int(), parts: z.number().int(), bytes: z.number().int().nullable(), sha256: z.string().nullable(),
      askedAt: moment, isLate: z.boolean(), readyAt: moment.nullable(), expiresAt: moment,
    }).nullable(),
  })
  .meta({ id: 'DataExport' });

export type ProofBody = z.infer<typeof proofBody>;
export type DataExportView = z.infer<typeof dataExportView>;

export const exportView = (found: DataExport | null): DataExportView => ({
  export: found && {
    state: found.state, partsDone: found.partsDone, parts: found.parts, bytes: found.bytes, sha256: found.sha256,
    askedAt: found.askedAt.toISOString(), isLate: found.isLate, readyAt: found.readyAt?.toISOString() ?? null, expiresAt: found.expiresAt.toISOString(),
  },
});
