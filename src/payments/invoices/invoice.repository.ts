import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Invoice, type NewInvoice, type Recipient } from './invoice.js';
import { asInvoice, INVOICE, type InvoiceRow } from './invoice-row.js';
import { type Numbered } from './number-series.js';

/** What an invoice says of a payment. */
export interface PaidFor {
  readonly id: string;
  readonly customerId: string;
  readonly title: string;
  readonly quantity: number;
  readonly period: Invoice['period'];
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly gateway: string;
  readonly reference: string;
  readonly isTest: boolean;
}

/** Of what was written about a payment, as much as a list shows. */
export interface IssuedInvoice {
  readonly id: string;
  readonly number: string;
  readonly kind: Invoice['kind'];
  readonly paymentId: string;
  readonly totalMinor: bigint;
  readonly at: Date;
}

const LIVES = 'i.expires_at > clock.now()';

@Injectable()
export class InvoiceRepository {
  async paidFor(tx: Tx, paymentId: string): Promise<PaidFor | null> {
    const [row] = await tx.query<(Omit<PaidFor, 'amountMinor' | 'period'> & { amountMinor: string; start: Date | null; end: Date | null })[]>(
      `select p.id, p.customer_id as "customerId", u.title, u.quantity, p.period_start as start, p.period_end as "end", p.currency, p.amount_minor as "amountMinor", p.gateway, p.reference, p.mode = 'test' as "isTest"
       from payments.payment p join payments.purchase u on u.id = p.purchase_id where p.id = $1`,
      [paymentId],
    );
    if (!row) return null;
    const { start, end, ...paid } = row;
    return { ...paid, amountMinor: BigInt(row.amountMinor), period: start && end ? { start, end } : null };
  }

  async insert(tx: Tx, { series, year, number }: Numbered, { recipient, ...invoice }: NewInvoice, expiresAt: Date): Promise<string> {
    const id = newId();
    await tx.query(
      `insert into payments.invoice (id, series, year, number, kind, corrects, corrects_reference, corrects_day, payment_id, customer_id, title, quantity, period_start, period_end, currency,
         net_minor, tax_minor, total_minor, taxes, tax_code, place_of_supply, note, seller, country, has_tax_id, has_recipient, gateway, payment_reference, is_test, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30)`,
      [id, series, year, number, invoice.kind, invoice.corrects?.id ?? null, invoice.corrects?.reference ?? null, invoice.corrects?.day ?? null, invoice.paymentId, invoice.customerId,
        invoice.title, invoice.quantity, invoice.period?.start ?? null, invoice.period?.end ?? null, invoice.currency, invoice.netMinor.toString(), invoice.taxMinor.toString(), invoice.totalMinor.toString(),
        JSON.stringify(invoice.lines), invoice.taxCode, invoice.placeOfSupply, invoice.note, JSON.stringify(invoice.seller), invoice.country, invoice.hasTaxId, invoice.hasRecipient, invoice.gateway,
        invoice.paymentReference, invoice.isTest, expiresAt],
    );
    if (recipient) await tx.query('insert into payments.invoice_recipient (invoice_id, name, address, tax_id) values ($1, $2, $3, $4)', [id, recipient.name, recipient.address, recipient.taxId]);
    return id;
  }

  /** The invoice of a payment, with how much of it was credited before, and how much went back. */
  async findOfPayment(tx: Tx, paymentId: string): Promise<{ invoice: Invoice; recipient: Recipient | null; creditedMinor: bigint; backMinor: bigint } | null> {
    const [row] = await tx.query<(InvoiceRow & RecipientRow & { credited: string; back: string })[]>(
      `select ${INVOICE}, ${RECIPIENT}, (select coalesce(sum(c.total_minor), 0) from payments.invoice c where c.corrects = i.id)::text as credited,
         (select coalesce(sum(b.amount_minor), 0) from payments.money_back b where b.payment_id = i.payment_id)::text as back
       from payments.invoice i left join payments.invoice_recipient r on r.invoice_id = i.id where i.payment_id = $1 and i.kind = 'invoice'`,
      [paymentId],
    );
    return row ? { invoice: asInvoice(row), recipient: asRecipient(row), creditedMinor: BigInt(row.credited), backMinor: BigInt(row.back) } : null;
  }

  async findMine(tx: Tx, customerId: string, id: string): Promise<{ invoice: Invoice; recipient: Recipient | null } | null> {
    const [row] = await tx.query<(InvoiceRow & RecipientRow)[]>(
      `select ${INVOICE}, ${RECIPIENT} from payments.invoice i left join payments.invoice_recipient r on r.invoice_id = i.id where i.id = $1 and i.customer_id = $2 and ${LIVES}`, [id, customerId]);
    return row ? { invoice: asInvoice(row), recipient: asRecipient(row) } : null;
  }

  async ofPayments(tx: Tx, paymentIds: readonly string[]): Promise<IssuedInvoice[]> {
    const rows = await tx.query<(Omit<IssuedInvoice, 'totalMinor'> & { totalMinor: string })[]>(
      `select i.id, i.reference as number, i.kind, i.payment_id as "paymentId", i.total_minor as "totalMinor", i.issued_at as at
       from payments.invoice i where i.payment_id = any ($1::uuid[]) and ${LIVES} order by i.id`, [paymentIds]);
    return rows.map((row) => ({ ...row, totalMinor: BigInt(row.totalMinor) }));
  }

  async paymentOf(tx: Tx, reference: string): Promise<string | null> {
    const [row] = await tx.query<{ paymentId: string | null }[]>(`select i.payment_id as "paymentId" from payments.invoice i where i.reference = $1 and ${LIVES}`, [reference]);
    return row?.paymentId ?? null;
  }

  async noteMoneyBack(tx: Tx, paymentId: string, amountMinor: bigint, expiresAt: Date): Promise<void> {
    await tx.query('insert into payments.money_back (id, payment_id, amount_minor, expires_at) values ($1, $2, $3, $4)', [newId(), paymentId, amountMinor.toString(), expiresAt]);
  }
}

interface RecipientRow {
  readonly name: string | null;
  readonly address: string | null;
  readonly tax_id: string | null;
}

const RECIPIENT = 'r.name, r.address, r.tax_id';

function asRecipient({ name, address, tax_id: taxId }: RecipientRow): Recipient | null {
  return name === null || address === null || taxId === null ? null : { name, address, taxId };
}
