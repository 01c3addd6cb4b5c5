import { z } from 'zod';
import { type Tx } from '../../platform/db/index.js';
import { type Arrival, Brought } from '../../platform/personal-data/index.js';
import { educationLevels, languageLevels, personalKinds, resumeFormats } from './reading.js';

const line = z.string().max(2_000);
const month = z.string().max(20);
const broughtResume = z.object({
  format: z.enum(resumeFormats),
  pages: z.number().int().min(1).max(10_000),
  words: z.number().int().min(1).max(10_000_000),
  skills: z.array(line).max(2_000),
  skillLines: z.record(line, line),
  positions: z.array(z.object({ title: line.nullable(), employer: line.nullable(), from: month, until: month.nullable() })).max(200),
  years: z.number().min(0).max(99).nullable(),
  education: z.array(z.object({ level: z.enum(educationLevels), what: line, year: z.number().int().nullable() })).max(200),
  languages: z.array(z.object({ code: z.string().max(10), level: z.enum(languageLevels).nullable() })).max(200),
  leftOut: z.array(z.enum(personalKinds)),
  readAt: Brought.moment,
  fileKeptUntil: z.string().nullable(),
});

const FILE = 'the file of the resume is kept with a consent given here only; upload it again';

/** Takes in the facts of a resume that was read elsewhere, unless one was read here. */
export async function bringInResume(tx: Tx, brought: Brought): Promise<Arrival[]> {
  const resume = brought.read('resume', broughtResume);
  if (resume === null) return [];
  if (brought.isOver(brought.endOf('resumeFacts', resume.readAt))) return [{ category: 'resume', came: 0, left: [{ count: 1, because: Brought.because.over }] }];
  const { format, pages, words, skills, skillLines, positions, years, education, languages, leftOut, readAt } = resume;
  const rows = await tx.query<object[]>(
    `insert into candidates.resume (account_id, format, pages, words, skills, years, left_out, read_at, skill_lines, positions, education, languages)
     values ($1, $2, $3, $4, $5, $6, $7, least($8, clock.now()), $9, $10, $11, $12) on conflict do nothing returning account_id`,
    [brought.accountId, format, pages, words, skills, years, leftOut, readAt, ...[skillLines, positions, education, languages].map((value) => JSON.stringify(value))],
  );
  const left = [...(rows.length > 0 ? [] : [Brought.because.here]), ...(resume.fileKeptUntil === null ? [] : [FILE])];
  return [{ category: 'resume', came: rows.length, left: left.map((because) => ({ count: 1, because })) }];
}
