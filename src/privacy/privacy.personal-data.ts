import { type Json } from '../kernel/index.js';
import { type Tx } from '../platform/db/index.js';
import { bringInChoices } from './imports/bring-in-choices.js';
import { holdsPersonalData } from '../platform/personal-data/index.js';

export const privacyHolder = holdsPersonalData({
  module: 'privacy',
  tables: [
    { table: 'privacy.export', subjectColumn: 'account_id', since: 'asked_at', until: 'expires_at', retention: 'dataExport' },
    { table: 'privacy.request', subjectColumn: 'account_id', since: 'asked_at', until: 'expires_at', retention: 'dataRequests', stays: 'The law asks us to be able to show that requests were answered, and when. Their words and whose they were are gone.' },
    { table: 'privacy.request_message', subjectColumn: null, retention: 'dataRequests', since: 'written_at', counting: 'where held.request_id in (select id from privacy.request where account_id = $1)' },
    { table: 'privacy.objection', subjectColumn: 'account_id', since: 'objected_at', retention: 'privacyChoices' },
    { table: 'privacy.sale_choice', subjectColumn: 'account_id', since: 'chosen_at', retention: 'privacyChoices' },
  ],
  async export(tx: Tx, accountId: string) {
    const requests = await tx.query<Record<string, Json>[]>(
      `select number, kind, came_by as "cameBy", body, jurisdiction, extended_because as "putOffBecause",
         (select json_agg(json_build_object('by', m.by, 'body', m.body, 'writtenAt', m.written_at::text) order by m.written_at, m.id) from privacy.request_message m where m.request_id = r.id) as messages, asked_at::text as "askedAt", due_at::text as "dueAt", outcome, answer, answered_at::text as "answeredAt"
       from privacy.request r where account_id = $1 and expires_at > clock.now() order by asked_at`, [accountId]);
    const objections = await tx.query<Record<string, Json>[]>('select purpose, objected_at::text as "objectedAt" from privacy.objection where account_id = $1 order by objected_at', [accountId]);
    const saleChoice = await tx.query<Record<string, Json>[]>(
      'select opted_out as "optedOut", chosen_by as "chosenBy", chosen_at::text as "chosenAt" from privacy.sale_choice where account_id = $1', [accountId]);
    const all = { requests, objections, saleChoice };
    return Object.fromEntries(Object.entries(all).filter(([, rows]) => rows.length > 0));
  },
  bringIn: bringInChoices,
  /** A copy that nobody can fetch any more need not be made, nor kept. */
  async close(tx: Tx, accountId: string) {
    await tx.query(`update storage.object set status = 'deleting' where subject = $1 and owner_module = 'privacy' and status = 'stored'`, [accountId]);
    await tx.query('delete from privacy.export where account_id = $1', [accountId]);
  },
  /** That something was asked and answered, and when, stays in the register; it leads to nobody then, and its words go by themselves. */
  async erase(tx: Tx, accountId: string) {
    await tx.query('update privacy.request set account_id = null where account_id = $1', [accountId]);
    await tx.query('update privacy.request set answered_by = null where answered_by = $1', [accountId]);
    for (const table of ['export', 'objection', 'sale_choice']) await tx.query(`delete from privacy.${table} where account_id = $1`, [accountId]);
  },
  async remaining(tx: Tx, accountId: string) {
    const left = [];
    for (const table of ['export', 'request', 'objection', 'sale_choice']) {
      const [row] = await tx.query<{ rows: number }[]>(`select count(*)::int as rows from privacy.${table} where account_id = $1`, [accountId]);
      if (row && row.rows > 0) left.push({ table: `privacy.${table}`, rows: row.rows, because: 'not erased yet' });
    }
    return left;
  },
});
