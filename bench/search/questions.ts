import { randomInt } from 'node:crypto';
import { type Client } from 'pg';
import { type Tx } from '../../src/platform/db/index.js';
import { type Sought } from '../../src/recruiters/search/conditions.js';
import { FoundTalentRepository } from '../../src/recruiters/search/found-talent.repository.js';
import { type SavedQuery } from '../../src/recruiters/search/search.dto.js';
import { TALENT_COLUMNS } from '../../src/recruiters/talent/listed-talent.js';
import { benchSkills } from './data.js';

const frequent = (most: number): number => Math.floor(most * Math.random() ** 3);
const skill = (most = benchSkills.length): string => benchSkills[frequent(most)]?.name ?? '';
const skills = (count: number): string[] => [...new Set(Array.from({ length: count }, () => skill(60)))];
const word = (most: number): string => `word${frequent(most)}`;

/** What recruiters ask, from the narrow to the broad; each time with other words. */
export const questions = {
  '3 skills, score, place, word': (): SavedQuery => ({ allSkills: skills(3), minScore: 5, place: `Town ${frequent(30)}`, text: word(20) }),
  '2 skills, score': (): SavedQuery => ({ allSkills: skills(2), minScore: 6 }),
  '1 common skill, score': (): SavedQuery => ({ allSkills: [skill(5)], minScore: 5 }),
  '2 common words, score': (): SavedQuery => ({ text: `${word(6)} ${word(6)}`, minScore: 5 }),
  'no filter': (): SavedQuery => ({}),
} as const;
export type Question = keyof typeof questions;

/** The statements of the product on a bare connection, and what they are held against. */
export class BareSearch {
  private readonly found = new FoundTalentRepository();
  private readonly tx: Tx;
  private ids: string[] = [];

  constructor(private readonly client: Client) {
    const query = async (sql: string, values?: unknown[]): Promise<unknown> => (await client.query(sql, values)).rows;
    this.tx = { query } as unknown as Tx;
  }

  async learnIds(): Promise<void> {
    const { rows } = await this.client.query<{ id: string }>('select talent_id as id from recruiters.talent_listing order by talent_id limit 100000');
    this.ids = rows.map(({ id }) => id);
  }

  page(query: SavedQuery): Promise<unknown[]> {
    return this.found.byScore(this.tx, sought(query), null, 21);
  }

  async tally(query: SavedQuery): Promise<number> {
    return (await this.found.tally(this.tx, sought(query))).found;
  }

  /** The floor under everything: a round trip. */
  async nothing(): Promise<void> {
    await this.client.query('select 1');
  }

  /** The floor under a page: its twenty rows when one knows their ids. */
  async twentyByKey(): Promise<void> {
    const ids = Array.from({ length: 20 }, () => this.ids[randomInt(this.ids.length)]);
    await this.client.query(`select ${TALENT_COLUMNS} from recruiters.talent_listing l where l.talent_id = any ($2::uuid[])`, [new Date(), ids]);
  }
}

function sought(query: SavedQuery): Sought {
  const numbers = (query.allSkills ?? []).map((name) => benchSkills.find((known) => known.name === name)?.number ?? 0);
  return { query, allSkills: numbers, anySkills: [], now: new Date(), blockTokens: ['org:00000000-0000-4000-8000-000000000000', 'domain:acme.example.com'] };
}

/** A question as an address of the product. */
export function addressOf(query: SavedQuery): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) for (const each of [value].flat()) parameters.append(name, String(each));
  return `/api/talent?${parameters.toString()}`;
}
