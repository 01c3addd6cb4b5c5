import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** Of a refund, which may be of a payment that was set apart. */
const purchaseOf = (refund: string): string => `coalesce((select purchase_id from payments.payment where id = ${refund}.payment_id), (select purchase_id from payments.quarantine where id = ${refund}.quarantine_id))`;

/** Money that went back. Who it went to falls from it with the account; who asked for it and who approved it, too. */
export const refundsHolder = holdsPersonalData({
  module: 'payments',
  tables: [
    { table: 'payments.refund', subjectColumn: null, retention: 'paymentRecords', since: 'asked_at', until: 'expires_at', counting: `join payments.purchase p on p.id = ${purchaseOf('held')} join payments.customer c on c.id = p.customer_id where c.account_id = $1`, stays: 'Tax law asks for it. It bears no name any more, only a number of its own.' },
  ],
  async export(tx, accountId) {
    const refunds = await tx.query<Record<string, Json>[]>(
      `select p.title, r.amount_minor::text as "amountInMinorUnits", r.currency, r.reason, r.state, r.asked_at::text as "askedAt", r.done_at::text as "doneAt"
       from payments.refund r join payments.purchase p on p.id = ${purchaseOf('r')} join payments.customer c on c.id = p.customer_id
       where c.account_id = $1 and r.expires_at > clock.now() order by r.id`, [accountId]);
    return refunds.length > 0 ? { refunds } : {};
  },
  async erase(tx, accountId) {
    // What an operator wrote about why may name the person: the code of the reason stays.
    await tx.query(
      `update payments.refund r set says = null where ${purchaseOf('r')} in (select p.id from payments.purchase p join payments.customer c on c.id = p.customer_id where c.account_id = $1)`, [accountId]);
    await tx.query('update payments.refund set asked_by = null where asked_by = $1', [accountId]);
    await tx.query('update payments.refund set decided_by = null where decided_by = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from payments.refund where $1 in (asked_by, decided_by)', [accountId]);
    return row && row.rows > 0 ? [{ table: 'payments.refund', rows: row.rows, because: 'not erased yet' }] : [];
  },
});
