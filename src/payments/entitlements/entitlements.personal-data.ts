import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** Credits and what they were used for. Of whoever never bought anything all of it goes; what was bought stays as a record of its payment, and the account it hangs from takes the way back to a person with it. */
export const entitlementsHolder = holdsPersonalData({
  module: 'payments',
  tables: [
    { table: 'payments.customer', subjectColumn: 'account_id', retention: 'paymentRecords', since: 'made_at', stays: 'Tax law asks for it. It bears no name any more, only a number of its own.' },
    { table: 'payments.lot', subjectColumn: null, retention: 'its own end', until: 'expires_at' },
    { table: 'payments.entry', subjectColumn: null, retention: 'its own end' },
    { table: 'payments.use', subjectColumn: null, retention: 'its own end' },
  ],
  async export(tx, accountId) {
    const credits = await tx.query<Record<string, Json>[]>(
      `select l.unit, l.source, l.granted, l.remaining as "left", l.valid_from::text as "usableFrom", l.valid_until::text as "usableUntil", l.frozen_at::text as "disputedSince", l.expires_at::text as "keptUntil",
         (select jsonb_agg(jsonb_build_object('kind', e.kind, 'amount', e.amount, 'usedFor', e.thing, 'because', e.because, 'at', e.made_at) order by e.id) from payments.entry e where e.lot_id = l.id) as lines
       from payments.lot l join payments.customer c on c.id = l.customer_id where c.account_id = $1 and l.expires_at > clock.now() order by l.id`,
      [accountId],
    );
    return credits.length > 0 ? { credits } : {};
  },
  async erase(tx, accountId) {
    await tx.query(`delete from payments.lot l using payments.customer c where c.id = l.customer_id and c.account_id = $1 and l.source in ('free', 'gift')`, [accountId]);
    await tx.query(
      `delete from payments.customer c where account_id = $1 and not exists (select from payments.purchase p where p.customer_id = c.id) and not exists (select from payments.invoice i where i.customer_id = c.id)`, [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from payments.customer where account_id = $1', [accountId]);
    return row && row.rows > 0 ? [{ table: 'payments.customer', rows: row.rows, because: 'what was bought is kept for as long as tax law asks; it loses its name with the account' }] : [];
  },
});
