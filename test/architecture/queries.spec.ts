import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Tx } from '../../src/platform/db/index.js';
import { type Sought } from '../../src/recruiters/search/conditions.js';
import { FoundTalentRepository } from '../../src/recruiters/search/found-talent.repository.js';

const folder = join(import.meta.dirname, '../queries');
const ID = '00000000-0000-4000-8000-000000000000';
const now = new Date('2026-11-21T10:00:00Z');

const asking = (query: Sought['query'], numbers: Partial<Sought> = {}): Sought => ({ query, allSkills: [], anySkills: [], now, blockTokens: ['org:x'], ...numbers });
const everything = asking(
  { role: 'Software engineer', level: 'mid', place: 'Lisbon', remote: 'remote', language: 'pt', availability: 'month', text: 'payments', minScore: 7.5, 'min.system-design': 8 },
  { allSkills: [1, 2], anySkills: [3, 4] },
);

/** The statements that a method sends, as they are sent. */
async function sentBy(run: (found: FoundTalentRepository, tx: Tx) => Promise<unknown>): Promise<string> {
  const sent: string[] = [];
  const query = (sql: string): Promise<unknown[]> => { sent.push(`${sql.split('\n').map((line) => line.trim()).join('\n')};`); return Promise.resolve([]); };
  await run(new FoundTalentRepository(), { query } as unknown as Tx);
  return `${sent.join('\n\n')}\n`;
}

describe('the statements of the search', () => {
  it.each([
    ['talent-no-filter', (found: FoundTalentRepository, tx: Tx) => found.byScore(tx, asking({}), null, 21)],
    ['talent-all-filters', (found: FoundTalentRepository, tx: Tx) => found.byScore(tx, everything, null, 21)],
    ['talent-next-page', (found: FoundTalentRepository, tx: Tx) => found.byScore(tx, asking({}), { at: 'scored', by: '7.421', id: ID }, 21)],
    ['talent-next-page-without-scores', (found: FoundTalentRepository, tx: Tx) => found.byScore(tx, asking({}), { at: 'unscored', id: ID }, 21)],
    ['talent-newest', (found: FoundTalentRepository, tx: Tx) => found.newest(tx, asking({}), { at: 'listed', by: now, id: ID }, 21)],
    ['talent-by-relevance', (found: FoundTalentRepository, tx: Tx) => found.byRelevance(tx, asking({ text: 'payments' }), 'payments', { at: 'ranked', by: '0.1', id: ID }, 21)],
    ['talent-count-and-facets', (found: FoundTalentRepository, tx: Tx) => found.tally(tx, asking({ text: 'payments' }, { allSkills: [1] }))],
    ['talent-listed-between', (found: FoundTalentRepository, tx: Tx) => found.countListed(tx, asking({}, { allSkills: [1] }), now, now)],
  ])('are in %s.sql as they are sent, each behind the consent and the blocks', async (name, run) => {
    const sql = await sentBy(run);
    const file = join(folder, `${name}.sql`);
    if (process.env.WRITE_DOCS) {
      if (!existsSync(folder)) mkdirSync(folder);
      writeFileSync(file, sql);
    }
    expect(readFileSync(file, 'utf8')).toBe(sql);
    for (const statement of sql.split(';\n').filter((text) => text.trim() !== '')) expect(statement).toContain('where l.grant_expires_at > $1 and not l.blocked && $2::text[] and (l.hidden_until is null or l.hidden_until <= $1)');
  });
});
