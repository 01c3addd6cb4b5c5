import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { csvRecord } from '../../kernel/index.js';
import { Database } from '../../platform/db/index.js';
import { gatewayName } from '../purchases/gateway-names.js';
import { amountOf, type Invoice } from './invoice.js';
import { asInvoice, INVOICE, type InvoiceRow } from './invoice-row.js';

const BEFORE_TAXES = ['Number', 'Date', 'Kind', 'Corrects', 'Customer', 'Country', 'Place of supply', 'Tax number', 'What', 'Quantity', 'HSN/SAC', 'Net'];
const AFTER_TAXES = ['Tax', 'Total', 'Currency', 'Reverse charge', 'Gateway', 'Payment', 'Test'];
/** Without it, spreadsheets take UTF-8 for something else. */
const BYTE_ORDER_MARK = '\uFEFF';
const PAGE = 500;
const WITHIN = `i.issued_at >= ($1::date)::timestamp at time zone 'utc' and i.issued_at < ($2::date + 1)::timestamp at time zone 'utc' and i.expires_at > clock.now()`;

/** One line for each invoice and each credit note, as accountants take them up; of a customer the pseudonym, nothing else. Amounts are positive in both. */
@Injectable()
export class AccountingExport {
  constructor(private readonly db: Database) {}

  /** Days of UTC, both included. Nothing is read ahead of whoever takes the file. */
  open(from: string, to: string): Readable {
    return Readable.from(this.lines(from, to), { highWaterMark: 1 });
  }

  private async *lines(from: string, to: string): AsyncGenerator<string, undefined> {
    const taxes = await this.taxes(from, to);
    yield BYTE_ORDER_MARK + csvRecord([...BEFORE_TAXES, ...taxes, ...AFTER_TAXES]);
    let last: Invoice | undefined;
    do {
      const page = await this.page(from, to, last);
      last = page.length === PAGE ? page.at(-1) : undefined;
      if (page.length > 0) yield page.map((invoice) => lineOf(invoice, taxes)).join('');
    } while (last);
  }

  /** A column for each tax that stands on one of them. */
  private async taxes(from: string, to: string): Promise<string[]> {
    const rows = await this.db.alone.query<{ name: string }[]>(
      `select distinct t ->> 'name' as name from payments.invoice i cross join lateral jsonb_array_elements(i.taxes) t where ${WITHIN} order by 1`, [from, to]);
    return rows.map(({ name }) => name);
  }

  private async page(from: string, to: string, last: Invoice | undefined): Promise<Invoice[]> {
    const rows = await this.db.alone.query<InvoiceRow[]>(
      `select ${INVOICE} from payments.invoice i where ${WITHIN} and ($3::uuid is null or (i.issued_at, i.id) > ((select issued_at from payments.invoice where id = $3), $3)) order by i.issued_at, i.id limit ${PAGE}`,
      [from, to, last?.id ?? null]);
    return rows.map(asInvoice);
  }
}

function lineOf(invoice: Invoice, taxes: readonly string[]): string {
  const money = (minor: bigint): string => amountOf(minor, invoice.currency);
  const taxOf = (name: string): string => {
    const lines = invoice.lines.filter((line) => line.name === name);
    return lines.length === 0 ? '' : money(lines.reduce((sum, { minor }) => sum + BigInt(minor), 0n));
  };
  return csvRecord([
    invoice.reference, invoice.issuedAt.toISOString().slice(0, 10), invoice.kind === 'invoice' ? 'invoice' : 'credit note', invoice.corrects?.reference ?? '', invoice.customerId,
    invoice.country ?? '', invoice.placeOfSupply ?? '', yes(invoice.hasTaxId), invoice.title, invoice.quantity.toString(), invoice.taxCode ?? '', money(invoice.netMinor),
    ...taxes.map(taxOf),
    money(invoice.taxMinor), money(invoice.totalMinor), invoice.currency, yes(invoice.note === 'reverse_charge'), gatewayName(invoice.gateway), invoice.paymentReference, yes(invoice.isTest),
  ]);
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');
