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

const FACTS = `format, pages, words, skills, skill_lines as "skillLines", positions, years::float8 as years, education, languages, left_out as "leftOut", read_at as "readAt",
  case when kept_until > clock.now() then kept_file end as "keptFile", kept_until as "keptUntil"`;

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
    const [row] = await tx.query<Row[]>(`select ${FACTS} from candidates.resume where account_id = $1`, [accountId]);
    return row ? factsOf(row) : null;
  }

  /** Puts the facts of a new resume in the place of those before. */
  async replace(tx: Tx, accountId: string, reading: Reading, kept: KeptFile | null): Promise<ResumeFacts> {
    const { format, pages, words, skills, positions, years, education, languages, leftOut } = reading;
    const lines = Object.fromEntries(skills.flatMap(({ id, line }) => (line === null ? [] : [[id, line]])));
    const json = [lines, positions, education, languages].map((value) => JSON.stringify(value));
    const [row] = await tx.query<Row[]>(
      `insert into candidates.resume (account_id, format, pages, words, skills, years, left_out, kept_file, kept_until, skill_lines, positions, education, languages)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (account_id) do update set
         format = excluded.format, pages = excluded.pages, words = excluded.words, skills = excluded.skills, years = excluded.years, left_out = excluded.left_out,
         kept_file = excluded.kept_file, kept_until = excluded.kept_until, skill_lines = excluded.skill_lines, positions = excluded.positions,
         education = excluded.education, languages = excluded.languages, read_at = excluded.read_at
       returning ${FACTS}`,
      [accountId, format, pages, words, skills.map(({ id }) => id), years, leftOut, kept?.id ?? null, kept?.until ?? null, ...json],
    );
    if (!row) throw new Error('The database did not keep the resume');
    return factsOf(row);
  }

  /** One change at a time to an account's resume, the first one included, until `tx` ends; 404 when the account is gone or closed. */
  async hold(tx: Tx, accountId: string): Promise<void> {
    await tx.query('select from accounts.account where id = $1 for update', [accountId]);
    // A statement of its own: only a new one sees what was committed while the one before waited.
    const [row] = await tx.query<object[]>(
      'select 1 from accounts.account a where id = $1 and not exists (select from accounts.closed_account c where c.account_id = a.id)', [accountId]);
    if (!row) throw notFound();
  }

  /** The file that is kept of an account's resume, expired or not; the row is locked until `tx` ends. */
  async keptFile(tx: Tx, accountId: string): Promise<string | null> {
    const [row] = await tx.query<{ file: string | null }[]>('select kept_file as file from candidates.resume where account_id = $1 for update', [accountId]);
    return row?.file ?? null;
  }

  /** Takes the file away and leaves the facts. */
  async releaseFile(tx: Tx, accountId: string): Promise<void> {
    await tx.query('update candidates.resume set kept_file = null, kept_until = null where account_id = $1', [accountId]);
  }

  /** Deletes the facts; true when there were any. */
  async forget(tx: Tx, accountId: string): Promise<boolean> {
    const [row] = await tx.query<{ gone: number }[]>(
      'with gone as (delete from candidates.resume where account_id = $1 returning 1) select count(*)::int as gone from gone', [accountId]);
    return (row?.gone ?? 0) > 0;
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
