import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { findSkills } from '../skills/find-skills.js';
import { SkillDictionary } from '../skills/skill-dictionary.js';
import { type Reading } from './reading.js';

/** What is kept of a resume: the facts found in it, and the file itself only where its owner chose so. */
export interface ResumeFacts extends Reading {
  /** Titles of jobs, newest first, each once. */
  readonly titles: readonly string[];
  readonly readAt: Date;
  readonly kept: KeptFile | null;
}

/** The file of a resume in the storage, as long as it is there. */
export interface KeptFile {
  readonly id: string;
  readonly until: Date;
}

type Row = Omit<ResumeFacts, 'titles' | 'kept' | 'skills'> & {
  readonly skills: readonly string[];
  readonly skillLines: Readonly<Record<string, string>>;
  readonly keptFile: string | null;
  readonly keptUntil: Date | null;
};

const FACTS = `r.format, r.pages, r.words, r.skills, r.skill_lines as "skillLines", r.positions, r.years::float8 as years, r.education, r.languages, r.left_out as "leftOut", r.read_at as "readAt", k.file as "keptFile", k.until as "keptUntil"`;

/** The one resume of each account, as facts. */
@Injectable()
export class CandidateResumes {
  constructor(private readonly dictionary: SkillDictionary) {}

  /** The skills found in an account's resume, by id and by name, to be compared in any case; empty when there is none. */
  async skillsOf(tx: Tx, accountId: string): Promise<readonly string[]> {
    const facts = await this.findMine(tx, accountId);
    return this.dictionary.named(facts?.skills.map(({ id }) => id) ?? []).flatMap(({ id, name }) => [id, name]);
  }

  /** The skills a text names, by id and by name, as `skillsOf` gives those of a resume. */
  skillsNamedIn(text: string): readonly string[] {
    return findSkills(text, this.dictionary).flatMap(({ id, name }) => [id, name]);
  }

  /** An account's own resume, or null. */
  async findMine(tx: Tx, accountId: string): Promise<ResumeFacts | null> {
    const [row] = await tx.query<Row[]>(
      `select ${FACTS} from candidates.resume r left join candidates.kept_resume k on k.account_id = r.account_id and least(k.until, k.grant_expires_at) > clock.now()
       where r.account_id = $1`,
      [accountId],
    );
    return row ? factsOf(row) : null;
  }

  /** Puts the facts of a new resume in the place of those before. A file that was kept stays until `ResumeFiles.remove`. */
  async replace(tx: Tx, accountId: string, reading: Reading): Promise<void> {
    const { format, pages, words, skills, positions, years, education, languages, leftOut } = reading;
    const lines = Object.fromEntries(skills.flatMap(({ id, line }) => (line === null ? [] : [[id, line]])));
    const json = [lines, positions, education, languages].map((value) => JSON.stringify(value));
    await tx.query(
      `insert into candidates.resume (account_id, format, pages, words, skills, years, left_out, skill_lines, positions, education, languages)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (account_id) do update set
         format = excluded.format, pages = excluded.pages, words = excluded.words, skills = excluded.skills, years = excluded.years, left_out = excluded.left_out,
         skill_lines = excluded.skill_lines, positions = excluded.positions, education = excluded.education, languages = excluded.languages, read_at = excluded.read_at`,
      [accountId, format, pages, words, skills.map(({ id }) => id), years, leftOut, ...json],
    );
  }

  /** One change at a time to an account's resume, the first one included, until `tx` ends; 404 when the account is gone or closed. */
  async hold(tx: Tx, accountId: string): Promise<void> {
    await tx.query('select from accounts.account where id = $1 for update', [accountId]);
    // A statement of its own: only a new one sees what was committed while the one before waited.
    const [row] = await tx.query<object[]>(
      'select 1 from accounts.account a where id = $1 and not exists (select from accounts.closed_account c where c.account_id = a.id)', [accountId]);
    if (!row) throw notFound();
  }

  /** Deletes the facts; when they were read, and null when there were none. */
  async forget(tx: Tx, accountId: string): Promise<Date | null> {
    const [row] = await tx.query<{ readAt: Date }[]>(
      'with gone as (delete from candidates.resume where account_id = $1 returning read_at) select read_at as "readAt" from gone', [accountId]);
    return row?.readAt ?? null;
  }

  /** Whether the facts were read by a moment; of it the milliseconds are known alone. */
  async isOld(tx: Tx, accountId: string, moment: Date): Promise<boolean> {
    return (await tx.query<object[]>(`select from candidates.resume where account_id = $1 and date_trunc('milliseconds', read_at) <= $2`, [accountId, moment])).length > 0;
  }
}

function factsOf({ keptFile, keptUntil, skills, skillLines, ...facts }: Row): ResumeFacts {
  const titles = facts.positions.map(({ title }) => title).filter((title) => title !== null);
  return {
    ...facts,
    skills: skills.map((id) => ({ id, line: skillLines[id] ?? null })),
    titles: [...new Set(titles)],
    kept: keptFile !== null && keptUntil !== null ? { id: keptFile, until: keptUntil } : null,
  };
}
