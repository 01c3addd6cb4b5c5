import { Injectable } from '@nestjs/common';
import { Money } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx, violates } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { Policy } from '../../platform/policy/index.js';
import { moneyInWords } from '../purchases/payment-words.js';
import { isDisputed, leftOf, type Refund, type Refundable, type RefundReason, type RefundSums } from './refund.js';
import { RefundNews } from './refund-news.js';
import { type NewRefund, RefundRepository } from './refund.repository.js';
import { moreThanPaid, notAnAmount, paymentDisputed, refundDecided, refundedForThat, secondPersonNeeded } from './refunds.errors.js';
import { sendRefund } from './refunds.jobs.js';

/** What an operator wants to give back. `amount` is a plain decimal in the currency of the payment. */
export interface RefundWish {
  readonly amount: string;
  readonly reason: RefundReason;
  readonly says: string;
}

/** Money that operators give back; above the policy's limit, two of them. */
@Injectable()
export class Refunds {
  constructor(
    private readonly refunds: RefundRepository,
    private readonly news: RefundNews,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly policy: Policy,
  ) {}

  /** AppErrors `payments.not_an_amount`, `.more_than_paid`, `.refunded_for_that`, `.disputed`; 404 for a payment that did not come. */
  async ask(tx: Tx, operatorId: string, paymentId: string, wish: RefundWish): Promise<Refund> {
    return this.write(tx, operatorId, await this.refunds.getPayment(tx, paymentId), wish);
  }

  /** Of a payment that was set apart. AppErrors as `ask`. */
  async askOfSetApart(tx: Tx, operatorId: string, quarantineId: string, wish: RefundWish): Promise<Refund> {
    return this.write(tx, operatorId, await this.refunds.getSetApart(tx, quarantineId), wish);
  }

  /** By somebody else than who asked. AppErrors `payments.second_person_needed`, `payments.refund_decided`, `payments.disputed`. */
  async approve(tx: Tx, operatorId: string, id: string): Promise<Refund> {
    const { askedBy, paymentId } = await this.refunds.get(tx, id);
    if (askedBy === operatorId) throw secondPersonNeeded();
    if (paymentId !== null && isDisputed(await this.refunds.getPayment(tx, paymentId))) throw paymentDisputed();
    if (!(await this.refunds.decide(tx, id, operatorId, 'approved'))) throw refundDecided();
    await this.outbox.enqueue(tx, sendRefund, { refundId: id });
    await this.note(tx, operatorId, 'payments.refund_approved', id, {});
    return this.refunds.get(tx, id);
  }

  /** Also by who asked, who has thought better of it. AppError `payments.refund_decided`. */
  async refuse(tx: Tx, operatorId: string, id: string, says: string): Promise<Refund> {
    const refund = await this.refunds.get(tx, id);
    if (!(await this.refunds.decide(tx, id, operatorId, 'refused'))) throw refundDecided();
    await this.news.refused(tx, refund, operatorId, says);
    await this.note(tx, operatorId, 'payments.refund_refused', id, {});
    return this.refunds.get(tx, id);
  }

  private async write(tx: Tx, operatorId: string, found: Refundable, { amount, reason, says }: RefundWish): Promise<Refund> {
    await this.refunds.hold(tx, found);
    // Again under the lock: what came back meanwhile counts.
    const of = found.paymentId === null ? found : await this.refunds.getPayment(tx, found.paymentId);
    if (isDisputed(of)) throw paymentDisputed();
    const wanted = amountOf(amount, of.paid.currency);
    const sums = await this.refunds.sums(tx, of);
    const left = leftOf(of, sums);
    if (wanted.minor > left) throw moreThanPaid(moneyInWords(Money.of(left, of.paid.currency)));
    const state = this.needsTwo(wanted, sums) ? 'waiting' : 'approved';
    const id = await this.add(tx, { of, amountMinor: wanted.minor, reason, says, state, askedBy: operatorId });
    const refund = await this.refunds.get(tx, id);
    if (state === 'approved') await this.outbox.enqueue(tx, sendRefund, { refundId: id });
    else await this.news.waits(tx, refund, operatorId);
    await this.note(tx, operatorId, 'payments.refund_asked', id, { reason, amountMinor: wanted.minor.toString(), currency: wanted.currency, state });
    return refund;
  }

  /** All that goes back of one payment counts together, so that nobody gets around the limit in small pieces. */
  private needsTwo({ minor, currency }: Money, { done, pending }: RefundSums): boolean {
    const limit = this.policy.values.sold.secondPersonAbove[currency];
    return limit === undefined || minor + done + pending > limit.minor;
  }

  private async add(tx: Tx, refund: NewRefund): Promise<string> {
    try {
      return await this.refunds.add(tx, refund);
    } catch (error) {
      if (violates(error, 'refund_once')) throw refundedForThat();
      throw error;
    }
  }

  private async note(tx: Tx, operatorId: string, action: string, id: string, detail: Record<string, string>): Promise<void> {
    await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action, subject: { kind: 'refund', id }, detail });
  }
}

function amountOf(amount: string, currency: string): Money {
  try {
    const money = Money.parse(amount, currency);
    if (money.minor > 0n) return money;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw notAnAmount(currency);
}
