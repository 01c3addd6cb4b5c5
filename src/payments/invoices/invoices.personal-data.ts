import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

const MINE = '(select id from payments.customer where account_id = $1)';

/** Invoices stay for as long as tax law asks, without who they were for; what is personal of them goes with the account. */
export const invoicesHolder = holdsPersonalData({
  module: 'payments',
  tables: [
    { table: 'payments.billing_details', subjectColumn: null, retention: 'billingDetails', since: 'saved_at', counting: `where held.customer_id in ${MINE}` },
    { table: 'payments.invoice', subjectColumn: null, retention: 'paymentRecords', since: 'issued_at', until: 'expires_at', counting: `where held.customer_id in ${MINE}`, stays: 'Tax law asks for it. It bears no name any more, only a number of its own.' },
    { table: 'payments.invoice_recipient', subjectColumn: null, retention: 'paymentRecords', counting: `where held.invoice_id in (select id from payments.invoice where customer_id in ${MINE})` },
    { table: 'payments.money_back', subjectColumn: null, retention: 'paymentRecords', since: 'at', until: 'expires_at', counting: `where held.payment_id in (select id from payments.payment where customer_id in ${MINE})`, stays: 'Tax law asks for it. It bears no name any more, only a number of its own.' },
    { table: 'payments.invoice_series', subjectColumn: null, retention: 'paymentRecords' },
    { table: 'payments.reconciliation', subjectColumn: null, retention: 'paymentRecords', since: 'checked_at', until: 'expires_at' },
    { table: 'payments.difference', subjectColumn: null, retention: 'paymentRecords' },
  ],
  async export(tx, accountId) {
    const details = await tx.query<Record<string, Json>[]>(
      `select name, address, country, region, tax_id as "taxNumber", saved_at::text as "savedAt" from payments.billing_details where customer_id in ${MINE}`, [accountId]);
    const invoices = await tx.query<Record<string, Json>[]>(
      `select i.reference as number, i.kind, i.corrects_reference as corrects, i.issued_at::text as "issuedAt", i.title, i.quantity, i.currency, i.net_minor::text as "netMinor", i.tax_minor::text as "taxMinor",
         i.total_minor::text as "totalMinor", i.taxes, i.place_of_supply as "placeOfSupply", i.gateway, i.payment_reference as "paymentReference", r.name, r.address, r.tax_id as "taxNumber"
       from payments.invoice i left join payments.invoice_recipient r on r.invoice_id = i.id where i.customer_id in ${MINE} and i.expires_at > clock.now() order by i.id`, [accountId]);
    return { ...(details[0] ? { billingDetails: details[0] } : {}), ...(invoices.length > 0 ? { invoices } : {}) };
  },
  async erase(tx, accountId) {
    await tx.query(`delete from payments.billing_details where customer_id in ${MINE}`, [accountId]);
    await tx.query(`delete from payments.invoice_recipient r using payments.invoice i where i.id = r.invoice_id and i.customer_id in ${MINE}`, [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ details: number; recipients: number; invoices: number }[]>(
      `select (select count(*) from payments.billing_details where customer_id in ${MINE})::int as details,
         (select count(*) from payments.invoice_recipient r join payments.invoice i on i.id = r.invoice_id where i.customer_id in ${MINE})::int as recipients,
         (select count(*) from payments.invoice where customer_id in ${MINE})::int as invoices`, [accountId]);
    const { details = 0, recipients = 0, invoices = 0 } = row ?? {};
    return [
      { table: 'payments.billing_details', rows: details, because: 'not erased yet' },
      { table: 'payments.invoice_recipient', rows: recipients, because: 'not erased yet' },
      { table: 'payments.invoice', rows: invoices, because: 'kept for as long as tax law asks, without your name and address' },
    ].filter(({ rows }) => rows > 0);
  },
});
