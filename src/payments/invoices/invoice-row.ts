import { type Invoice, type Seller } from './invoice.js';
import { type TaxLine } from './taxes.js';

/** An invoice as PostgreSQL gives it. */
export interface InvoiceRow {
  readonly id: string;
  readonly reference: string;
  readonly kind: Invoice['kind'];
  readonly corrects: string | null;
  readonly corrects_reference: string | null;
  readonly corrects_day: string | null;
  readonly payment_id: string | null;
  readonly customer_id: string;
  readonly title: string;
  readonly quantity: number;
  readonly period_start: Date | null;
  readonly period_end: Date | null;
  readonly currency: string;
  readonly net_minor: string;
  readonly tax_minor: string;
  readonly total_minor: string;
  readonly taxes: readonly TaxLine[];
  readonly tax_code: string | null;
  readonly place_of_supply: string | null;
  readonly note: Invoice['note'];
  readonly seller: Seller;
  readonly country: string | null;
  readonly has_tax_id: boolean;
  readonly has_recipient: boolean;
  readonly gateway: string;
  readonly payment_reference: string;
  readonly is_test: boolean;
  readonly issued_at: Date;
}

/** What is selected of `payments.invoice i`. */
export const INVOICE = `i.id, i.reference, i.kind, i.corrects, i.corrects_reference, i.corrects_day::text as corrects_day, i.payment_id, i.customer_id, i.title, i.quantity, i.period_start, i.period_end, i.currency,
  i.net_minor, i.tax_minor, i.total_minor, i.taxes, i.tax_code, i.place_of_supply, i.note, i.seller, i.country, i.has_tax_id, i.has_recipient, i.gateway, i.payment_reference, i.is_test, i.issued_at`;

export function asInvoice(row: InvoiceRow): Invoice {
  return {
    id: row.id, reference: row.reference, kind: row.kind, paymentId: row.payment_id, customerId: row.customer_id, title: row.title, quantity: row.quantity,
    corrects: row.corrects_reference === null || row.corrects_day === null ? null : { id: row.corrects, reference: row.corrects_reference, day: row.corrects_day },
    period: row.period_start && row.period_end ? { start: row.period_start, end: row.period_end } : null,
    currency: row.currency, netMinor: BigInt(row.net_minor), taxMinor: BigInt(row.tax_minor), totalMinor: BigInt(row.total_minor),
    lines: row.taxes, taxCode: row.tax_code, placeOfSupply: row.place_of_supply, note: row.note, seller: row.seller,
    country: row.country, hasTaxId: row.has_tax_id, hasRecipient: row.has_recipient,
    gateway: row.gateway, paymentReference: row.payment_reference, isTest: row.is_test, issuedAt: row.issued_at,
  };
}
