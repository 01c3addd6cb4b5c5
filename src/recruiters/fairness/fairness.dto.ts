import { z } from 'zod';
import { type FairnessFigures } from './fairness-report.js';
import { races, sexes } from './impact.js';

const moment = z.string().meta({ format: 'date-time' });

/** The notice that was read, of `GET /api/purposes`, and what one says of oneself; null is "I would rather not say". The same `eventId` sent twice is one act. */
export const surveyBody = z.strictObject({ eventId: z.uuid(), noticeVersion: z.number().int().positive(), sex: z.enum(sexes).nullable(), race: z.enum(races).nullable() });

/** `until`: when the results end, and the answer becomes part of a count that leads to nobody. */
export const surveyView = z.object({ isAnswered: z.boolean(), until: moment }).meta({ id: 'FairnessSurvey' });

export const fairnessQuery = z.object({ year: z.coerce.number().int().min(2020).max(2200).optional() });

export const fairnessView = z
  .object({
    year: z.number().int(),
    countedUntil: moment,
    groups: z.array(z.object({
      kind: z.enum(['all', 'sex', 'race', 'both']),
      sex: z.enum(sexes).nullable(),
      race: z.enum(races).nullable(),
      people: z.number().int(),
      above: z.number().int(),
      rate: z.number(),
      ratio: z.number().nullable(),
    })),
  })
  .meta({ id: 'FairnessFigures' });

export type SurveyBody = z.infer<typeof surveyBody>;
export type SurveyView = z.infer<typeof surveyView>;
export type FairnessQuery = z.infer<typeof fairnessQuery>;
export type FairnessView = z.infer<typeof fairnessView>;

export const asFigures = ({ countedUntil, groups, year }: FairnessFigures): FairnessView => ({ year, groups: [...groups], countedUntil: countedUntil.toISOString() });
