import { holdsPersonalData } from '../personal-data/index.js';
import { type Tx } from '../db/index.js';
import { type EntryRow, recorded } from './audit-entry.js';

const MINE = 'from audit.entry where actor_id = $1 or subject_id = $1';

export const auditPersonalData = holdsPersonalData({
  module: 'audit',
  tables: [
    { table: 'audit.entry', subjectColumn: 'actor_id', retention: 'register', since: 'at', periodFrom: 'at', counting: 'where $1 in (actor_id, subject_id)', stays: 'The law asks us to be able to show that data was handled as promised. It leads to nobody any more.' },
    { table: 'audit.checkpoint', subjectColumn: null, retention: 'register' },
    { table: 'audit.verification', subjectColumn: null, retention: 'operational', periodFrom: 'asked_at' },
  ],
  async export(tx: Tx, accountId: string) {
    const rows = await tx.query<EntryRow[]>(`select * ${MINE} order by sequence`, [accountId]);
    if (rows.length === 0) return {};
    return {
      audit: rows.map(recorded).map(({ at, action, actor, subject, detail }) => ({
        at: at.toISOString(), action, byYou: actor.id === accountId, subject, detail,
      })),
    };
  },
  // Entries hold ids only; once the account is gone its id leads to nobody, and the chain must not be torn.
  erase: () => Promise.resolve(),
  async remaining(tx: Tx, accountId: string) {
    const [row] = await tx.query<{ rows: string }[]>(`select count(*) as rows ${MINE}`, [accountId]);
    const rows = Number(row?.rows ?? 0);
    if (rows === 0) return [];
    return [{ table: 'audit.entry', rows, because: 'The register of what was done is kept for its period. It holds an id without a name.' }];
  },
});
