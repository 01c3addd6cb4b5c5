import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { SkillDictionary } from '../skills/skill-dictionary.js';

/** What is kept of a resume: ids of skills, counts, and when it was read. */
export interface ResumeFacts {
  readonly skills: readonly string[];
  readonly pages: number;
  readonly words: number;
  readonly readAt: Date;
}

const FACTS = 'skills, pages, words, read_at as "readAt"';

/** The one resume of each account, as facts. */
@Injectable()
export class CandidateResumes {
  constructor(private readonly dictionary: SkillDictionary) {}

  /** The skills found in an account's resume, by id and by name, to be compared in any case; empty when there is none. */
  async skillsOf(tx: Tx, accountId: string): Promise<readonly string[]> {
    const facts = await this.findMine(tx, accountId);
    return this.dictionary.named(facts?.skills ?? []).flatMap(({ id, name }) => [id, name]);
  }

  /** An account's own resume, or null. */
  async findMine(tx: Tx, accountId: string): Promise<ResumeFacts | null> {
    const [row] = await tx.query<ResumeFacts[]>(`select ${FACTS} from candidates.resume where account_id = $1`, [accountId]);
    return row ?? null;
  }

  /** Puts the facts of a new resume in the place of those before. */
  async replace(tx: Tx, accountId: string, { skills, pages, words }: Omit<ResumeFacts, 'readAt'>): Promise<ResumeFacts> {
    const [row] = await tx.query<ResumeFacts[]>(
      `insert into candidates.resume (account_id, skills, pages, words) values ($1, $2, $3, $4)
       on conflict (account_id) do update
         set skills = excluded.skills, pages = excluded.pages, words = excluded.words, read_at = excluded.read_at
       returning ${FACTS}`,
      [accountId, skills, pages, words],
    );
    if (!row) throw new Error('The database did not keep the resume');
    return row;
  }

  /** Deletes the facts; true when there were any. */
  async forget(tx: Tx, accountId: string): Promise<boolean> {
    const [row] = await tx.query<{ gone: number }[]>(
      'with gone as (delete from candidates.resume where account_id = $1 returning 1) select count(*)::int as gone from gone', [accountId]);
    return (row?.gone ?? 0) > 0;
  }
}
