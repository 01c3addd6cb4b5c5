import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { Gateways } from '../gateways/gateways.js';
import { BillingDetails } from './billing-details.js';
import { countryName } from './billing-details.dto.js';
import { stateCode, stateName } from './indian-states.js';
import { invoicePaper } from './invoice-paper.js';
import { type NewInvoice, type Seller } from './invoice.js';
import { InvoiceRepository, type IssuedInvoice, type PaidFor } from './invoice.repository.js';
import { NumberSeries } from './number-series.js';
import { creditedOf, taxed } from './taxes.js';

export type { IssuedInvoice } from './invoice.repository.js';

/** A paper that can be drawn once the transaction it was read in has ended. */
export interface InvoicePaper {
  readonly number: string;
  readonly draw: () => Promise<PDFKit.PDFDocument>;
}

/** Invoices and credit notes: written in the transaction of what they are about, never changed. */
@Injectable()
export class Invoices {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly series: NumberSeries,
    private readonly details: BillingDetails,
    private readonly gateways: Gateways,
    private readonly policy: Policy,
    private readonly clock: Clock,
  ) {}

  /** The invoice of a payment, written once; null where there is none: for nothing, or sold by the gateway in its own name. Holds the series until the transaction ends. */
  async issue(tx: Tx, paymentId: string): Promise<string | null> {
    const paid = await this.invoices.paidFor(tx, paymentId);
    if (!paid || paid.amountMinor === 0n || this.sellsItself(paid.gateway)) return null;
    await this.series.hold(tx, paid.isTest);
    const written = await this.invoices.findOfPayment(tx, paymentId);
    if (written) return written.invoice.id;
    const invoice = await this.invoiceOf(tx, paid);
    return this.invoices.insert(tx, await this.series.ofInvoice(tx, paid.isTest), invoice, await this.end(tx));
  }

  /**
   * Writes down that so much of a payment went back, and the credit note where there is an invoice to correct; gives the note's id. Below
   * zero, money did not arrive: its note stays, since the money is still owed, and serves for the refund that takes the place of the failed one.
   */
  async credit(tx: Tx, paymentId: string, amountMinor: bigint): Promise<string | null> {
    const end = await this.end(tx);
    await this.invoices.noteMoneyBack(tx, paymentId, amountMinor, end);
    const paid = await this.invoices.paidFor(tx, paymentId);
    if (!paid) return null;
    await this.series.hold(tx, paid.isTest);
    const written = await this.invoices.findOfPayment(tx, paymentId);
    if (!written) return null;
    const { invoice: { id, reference, issuedAt, ...invoice }, recipient, creditedMinor, backMinor } = written;
    const totalMinor = backMinor - creditedMinor;
    if (totalMinor <= 0n) return null;
    const note: NewInvoice = {
      ...invoice, ...creditedOf(invoice, creditedMinor, totalMinor), totalMinor, kind: 'credit_note',
      corrects: { id, reference, day: issuedAt.toISOString().slice(0, 10) }, seller: this.seller, recipient,
    };
    return this.invoices.insert(tx, await this.series.ofCreditNote(tx, invoice.isTest), note, end);
  }

  /** Of one's own; 404 for everything else. */
  async paper(tx: Tx, customerId: string | null, id: string): Promise<InvoicePaper> {
    const found = customerId === null ? null : await this.invoices.findMine(tx, customerId, id);
    if (!found) throw notFound();
    return { number: found.invoice.reference, draw: () => invoicePaper(found.invoice, found.recipient) };
  }

  /** What was written about some payments, in order. */
  ofPayments(tx: Tx, paymentIds: readonly string[]): Promise<IssuedInvoice[]> {
    return this.invoices.ofPayments(tx, paymentIds);
  }

  /** The payment that a number is about; null for a number that is none, or whose payment is gone. */
  paymentOf(tx: Tx, number: string): Promise<string | null> {
    return this.invoices.paymentOf(tx, number);
  }

  private async invoiceOf(tx: Tx, paid: PaidFor): Promise<NewInvoice> {
    const { name, address, country, region, taxId } = await this.details.get(tx, paid.customerId);
    const { seller } = this;
    const hasRecipient = [name, address, taxId].some((said) => said !== '');
    // Who does not say where they are is taxed where we are.
    const buyer = { country: country ?? seller.country, region: country === null || region === '' ? null : region, hasTaxId: taxId !== '' };
    const { code, ...amounts } = taxed(paid.amountMinor, this.policy.values.sold.invoices.taxes, seller, buyer);
    const { id, amountMinor, reference, ...facts } = paid;
    return {
      ...facts, ...amounts, kind: 'invoice', corrects: null, paymentId: id, totalMinor: amountMinor, paymentReference: reference, taxCode: code, seller,
      placeOfSupply: placeOfSupply(buyer.country, buyer.region ?? (buyer.country === seller.country ? seller.region : null)),
      country, hasTaxId: buyer.hasTaxId, hasRecipient, recipient: hasRecipient ? { name, address, taxId } : null,
    };
  }

  private get seller(): Seller {
    const { operator: { name, address }, sold: { invoices: { seller: { country, region, taxId } } } } = this.policy.values;
    return { name, address, country, region: region ?? null, taxId: taxId ?? null };
  }

  private sellsItself(gateway: string): boolean {
    return gateway === 'none' || (this.gateways.find(gateway)?.isMerchantOfRecord ?? gateway === 'paddle');
  }

  private async end(tx: Tx): Promise<Date> {
    return this.policy.endOf('paymentRecords', await this.clock.now(tx));
  }
}

/** In India with the code of the state, as rule 46(n) of the CGST Rules asks for. Elsewhere regions are written as one likes, and could say who somebody is. */
function placeOfSupply(country: string, region: string | null): string {
  const name = countryName(country) ?? country;
  const code = country === 'IN' && region !== null ? stateCode(region) : null;
  return code === null ? name : `${code}-${stateName(code) ?? code}, ${name}`;
}
