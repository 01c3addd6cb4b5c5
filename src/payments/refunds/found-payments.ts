import { Injectable } from '@nestjs/common';
import { Money } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type IssuedInvoice, Invoices } from '../invoices/invoices.js';
import { gatewayName } from '../purchases/gateway-names.js';
import { moneyInWords } from '../purchases/payment-words.js';
import { type FoundPayment, FoundPaymentsRepository } from './found-payments.repository.js';
import { isDisputed, leftOf, type Refund } from './refund.js';
import { RefundRepository } from './refund.repository.js';
import { asRefund, type FoundView } from './refunds.dto.js';

type Found = FoundView['payments'][number];

/** Payments with all that happened to them, for an operator who has some reference in hand. Whoever looks is written down. */
@Injectable()
export class FoundPayments {
  constructor(
    private readonly payments: FoundPaymentsRepository,
    private readonly refunds: RefundRepository,
    private readonly invoices: Invoices,
    private readonly audit: AuditLog,
  ) {}

  /** By the id of a purchase or payment, by what the gateway calls it, or by the number of an invoice. */
  async find(tx: Tx, operatorId: string, reference: string): Promise<FoundView> {
    const found = await this.payments.find(tx, (await this.invoices.paymentOf(tx, reference)) ?? reference);
    const ids = found.map(({ id }) => id);
    const [refunds, papers] = [await this.refunds.ofPayments(tx, ids), await this.invoices.ofPayments(tx, ids)];
    const payments: Found[] = [];
    for (const payment of found) {
      const refundable = payment.state === 'captured' && !isDisputed(payment) ? leftOf({ paid: payment.price, refundedMinor: payment.refundedMinor }, await this.refunds.sums(tx, payment)) : 0n;
      payments.push(asFound(payment, refundable, refunds.filter(({ paymentId }) => paymentId === payment.id), papers.filter(({ paymentId }) => paymentId === payment.id), operatorId));
    }
    for (const id of ids) await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: 'payments.payment_read', subject: { kind: 'payment', id } });
    return { payments };
  }
}

function asFound(payment: FoundPayment, refundable: bigint, refunds: readonly Refund[], papers: readonly IssuedInvoice[], operatorId: string): Found {
  const { id, reference, purchaseId, gateway, mode, title, quantity, price, state, capturedAt, refundedMinor, dispute, forOrganisation } = payment;
  const money = (minor: bigint): { amount: string; currency: string } => ({ amount: Money.of(minor, price.currency).amount, currency: price.currency });
  return {
    id, reference, purchaseId, gatewayName: gatewayName(gateway), isPlayMoney: mode === 'test', title, quantity, price: money(price.minor), state, capturedAt: capturedAt?.toISOString() ?? null,
    refunded: money(refundedMinor), refundable: money(refundable), dispute, forOrganisation, invoices: papers.map(({ number, kind }) => ({ number, kind })),
    refunds: refunds.map((refund) => asRefund(refund, operatorId)), history: historyOf(payment, refunds, papers),
  };
}

function historyOf({ orderedAt, capturedAt, grantedAt, price }: FoundPayment, refunds: readonly Refund[], papers: readonly IssuedInvoice[]): Found['history'] {
  const happened = [
    { at: orderedAt, says: 'Ordered' },
    ...(capturedAt ? [{ at: capturedAt, says: `${moneyInWords(price)} came` }] : []),
    ...(grantedAt ? [{ at: grantedAt, says: 'Given what was bought' }] : []),
    ...papers.map(({ at, kind, number }) => ({ at, says: `${kind === 'invoice' ? 'Invoice' : 'Credit note'} ${number}` })),
    ...refunds.flatMap(({ askedAt, doneAt, amount, reason }) => [
      ...(reason === 'at_gateway' ? [] : [{ at: askedAt, says: `${moneyInWords(amount)} to go back` }]),
      ...(doneAt ? [{ at: doneAt, says: `${moneyInWords(amount)} went back${reason === 'at_gateway' ? ', from the gateway’s own desk' : ''}` }] : []),
    ]),
  ];
  return happened.sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ at, says }) => ({ at: at.toISOString(), says }));
}
