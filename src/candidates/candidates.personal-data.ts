import { holdsPersonalData } from '../platform/personal-data/index.js';
import { type Tx } from '../platform/db/index.js';

interface ResumeRow {
  readonly skills: string[];
  readonly pages: number;
  readonly words: number;
  readonly read_at: Date;
}

export const candidatesPersonalData = holdsPersonalData({
  module: 'candidates',
  tables: [{ table: 'candidates.resume', subjectColumn: 'account_id', retention: 'resumeFacts' }],
  async export(tx: Tx, accountId: string) {
    const [row] = await tx.query<ResumeRow[]>('select skills, pages, words, read_at from candidates.resume where account_id = $1', [accountId]);
    if (!row) return {};
    return { resume: { skills: row.skills, pages: row.pages, words: row.words, readAt: row.read_at.toISOString() } };
  },
  async erase(tx: Tx, accountId: string) {
    await tx.query('delete from candidates.resume where account_id = $1', [accountId]);
  },
  remaining: () => Promise.resolve([]),
});
