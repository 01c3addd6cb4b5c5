import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

const OF_ACCOUNT = 'select id from payments.customer where account_id = $1';

/** Payments, and what gateways sent of them. They stay as tax law asks, and lead to nobody once the customer has no account. */
export const settlementHolder = holdsPersonalData({
  module: 'payments',
  tables: [
    { table: 'payments.payment', subjectColumn: null, retention: 'paymentRecords', since: 'seen_at', until: 'expires_at', counting: `where held.customer_id in (${OF_ACCOUNT}) and held.expires_at > clock.now()`, stays: 'Tax law asks for it. It bears no name any more, only a number of its own.' },
    { table: 'payments.quarantine', subjectColumn: null, retention: 'paymentRecords', since: 'found_at', until: 'expires_at', counting: `where held.purchase_id in (select id from payments.purchase where customer_id in (${OF_ACCOUNT})) and held.expires_at > clock.now()`, stays: 'Tax law asks for it. It bears no name any more, only a number of its own.' },
    { table: 'payments.gateway_event', subjectColumn: null, retention: 'paymentRecords', since: 'received_at', until: 'expires_at' },
  ],
  async export(tx, accountId) {
    const payments = await tx.query<Record<string, Json>[]>(
      `select y.gateway, y.reference, y.purchase_id as purchase, y.currency, y.amount_minor::text as "amountMinor", y.refunded_minor::text as "refundedMinor", y.state, y.dispute, y.captured_at::text as "capturedAt",
         y.period_start::text as "periodStart", y.period_end::text as "periodEnd"
       from payments.payment y where y.customer_id in (${OF_ACCOUNT}) and y.expires_at > clock.now() order by y.id`,
      [accountId],
    );
    const setApart = await tx.query<Record<string, Json>[]>(
      `select q.gateway, q.reference, q.purchase_id as purchase, q.reason, q.said_minor::text as "saidMinor", q.said_currency as "saidCurrency", q.found_at::text as "foundAt", q.resolved_at::text as "resolvedAt"
       from payments.quarantine q join payments.purchase p on p.id = q.purchase_id where p.customer_id in (${OF_ACCOUNT}) and q.expires_at > clock.now() order by q.id`,
      [accountId],
    );
    return { ...(payments.length > 0 ? { payments } : {}), ...(setApart.length > 0 ? { paymentsSetApart: setApart } : {}) };
  },
  /** The way from customers to accounts is closed where customers are kept; here who looked is forgotten, and what they wrote, which may name the person. */
  async erase(tx, accountId) {
    await tx.query(
      `update payments.quarantine set note = 'Deleted with the account.' where note is not null and purchase_id in (select id from payments.purchase where customer_id in (${OF_ACCOUNT}))`, [accountId]);
    await tx.query('update payments.quarantine set resolved_by = null where resolved_by = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from payments.quarantine where resolved_by = $1', [accountId]);
    return row && row.rows > 0 ? [{ table: 'payments.quarantine', rows: row.rows, because: 'not erased yet' }] : [];
  },
});
