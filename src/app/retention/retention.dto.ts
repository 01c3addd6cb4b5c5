import { z } from 'zod';

const counted = z.number().int();

export const retentionBoardView = z
  .object({
    at: z.string().meta({ format: 'date-time' }),
    /** No count goes on past this; one more stands for "more". */
    mostCounted: counted,
    /** How long after its end something may still be there before it is late: "1 day". */
    grace: z.string(),
    /** Rows that should be gone and are not. */
    late: counted,
    /** The classes of the policy, in its order; last, without an id, what was stored with an end of its own. */
    classes: z.array(z.object({
      id: z.string().nullable(), says: z.string(), kept: z.string(), from: z.string(),
      tables: z.array(z.object({
        table: z.string(), rows: counted,
        /** False: its rows go with what they belong to, or when somebody deletes them; a register of consents keeps what a living consent rests on. */
        hasEnd: z.boolean(),
        over: counted, dueInADay: counted, dueInAWeek: counted, late: counted,
        /** Rows that were deleted in the last days because their time was over. */
        deleted: counted,
      })),
    })),
    /** Stored files: those there are, those that are being deleted, those that should be gone. */
    files: z.object({ rows: counted, leaving: counted, late: counted }),
    /** How many days the deletions below and above go back, today included. */
    days: counted,
    deletions: z.array(z.object({ day: z.string(), table: z.string(), class: z.string().nullable(), count: counted })),
  })
  .meta({ id: 'RetentionBoard' });

export type RetentionBoardView = z.infer<typeof retentionBoardView>;
