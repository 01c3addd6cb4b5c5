import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type IssuedInvoice, Invoices } from '../invoices/invoices.js';
import { type HistoryView } from './billing.dto.js';
import { gatewayName } from './gateway-names.js';
import { type HistoryLine, HistoryRepository } from './history.repository.js';

const PAGE = 50;

/** What somebody bought, paid and got back, each with its paper. */
@Injectable()
export class PaymentHistory {
  constructor(
    private readonly history: HistoryRepository,
    private readonly invoices: Invoices,
  ) {}

  async list(tx: Tx, customerId: string | null, after: string | null): Promise<HistoryView> {
    if (customerId === null) return { items: [], next: null };
    const found = await this.history.list(tx, customerId, after, PAGE + 1);
    const lines = found.slice(0, PAGE);
    const papers = await this.invoices.ofPayments(tx, [...new Set(lines.flatMap(({ paymentId }) => paymentId ?? []))]);
    return { items: lines.map((line) => asItem(line, paperOf(line, papers))), next: found.length > PAGE ? (lines.at(-1)?.id ?? null) : null };
  }
}

function asItem({ id, kind, at, title, price, state, gateway }: HistoryLine, paper: IssuedInvoice | undefined): HistoryView['items'][number] {
  return {
    id, kind, at: at.toISOString(), title, price: { amount: price.amount, currency: price.currency }, state, gatewayName: gatewayName(gateway),
    invoice: paper ? { id: paper.id, number: paper.number, kind: paper.kind } : null,
  };
}

/** Of a payment its invoice; of a refund the credit note over the same amount, which is the nearest that can be said where several were made. */
function paperOf({ kind, paymentId, price, at }: HistoryLine, papers: readonly IssuedInvoice[]): IssuedInvoice | undefined {
  const own = papers.filter((paper) => paper.paymentId === paymentId);
  if (kind === 'payment') return own.find((paper) => paper.kind === 'invoice');
  if (kind === 'purchase') return undefined;
  const distance = (paper: IssuedInvoice): number => Math.abs(paper.at.getTime() - at.getTime());
  return own.filter((paper) => paper.kind === 'credit_note' && paper.totalMinor === price.minor).sort((a, b) => distance(a) - distance(b))[0];
}
