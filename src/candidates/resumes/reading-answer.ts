import { z } from 'zod';
import { educationLevels, languageLevels, personalKinds, type ReadingAnswer, readingFaults, resumeFormats } from './reading.js';

const TEXT = 2000;
const text = z.string().max(TEXT);
const count = z.number().int().positive().max(1_000_000);
const month = z.string().regex(/^\d{4}(?:-\d{2})?$/);

const reading = z.strictObject({
  format: z.enum(resumeFormats),
  pages: count,
  words: count,
  skills: z.array(z.strictObject({ id: z.string().regex(/^[\w.+#-]{1,80}$/), line: text.nullable() })).max(2000),
  positions: z.array(z.strictObject({ title: text.nullable(), employer: text.nullable(), from: month, until: month.nullable() })).max(100),
  years: z.number().min(0).max(100).nullable(),
  education: z.array(z.strictObject({ level: z.enum(educationLevels), what: text, year: z.number().int().min(0).max(9999).nullable() })).max(500),
  languages: z.array(z.strictObject({ code: z.string().regex(/^[a-z]{2,3}$/), level: z.enum(languageLevels).nullable() })).max(200),
  leftOut: z.array(z.enum(personalKinds)).max(personalKinds.length),
});

/** What the child process may say; it read hostile bytes, so whatever else it says counts as nothing. */
export const readingAnswer: z.ZodType<ReadingAnswer> = z.union([z.strictObject({ read: reading }), z.strictObject({ fault: z.enum(readingFaults) })]);
