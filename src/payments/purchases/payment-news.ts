import { Injectable } from '@nestjs/common';
import { type Money } from '../../kernel/index.js';
import { Notifications } from '../../notifications/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Customers } from '../entitlements/customers.js';
import { type Plan } from './plan.repository.js';
import { givenInWords, momentInWords, moneyInWords } from './payment-words.js';
import { type Purchase } from './purchase.js';

interface News {
  readonly kind: 'paid' | 'promised' | 'refunded' | 'refund_not_arrived' | 'plan_past_due' | 'plan_ended';
  /** What it is about: told once. */
  readonly about: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Tells those who pay what became of their payments. */
@Injectable()
export class PaymentNews {
  constructor(
    private readonly notifications: Notifications,
    private readonly customers: Customers,
  ) {}

  async paid(tx: Tx, purchase: Purchase, payment: { readonly id: string; readonly amount: Money; readonly periodEnd: Date | null }): Promise<void> {
    const given = givenInWords(purchase.terms, purchase.kind);
    const until = payment.periodEnd ? `It is paid until ${momentInWords(payment.periodEnd)}, and goes on from then unless you end it before.` : null;
    const received = payment.amount.minor === 0n ? `“${purchase.title}” is yours. There was nothing to pay.` : `Your payment of ${moneyInWords(payment.amount)} for “${purchase.title}” has come.`;
    await this.tell(tx, purchase, {
      kind: 'paid', about: payment.id, subject: payment.amount.minor === 0n ? `You have “${purchase.title}”` : `Your payment of ${moneyInWords(payment.amount)} has come`,
      paragraphs: [received, ...(given === null ? [] : [`It gives you: ${given}.`]), ...(until === null ? [] : [until])],
    });
  }

  async promised(tx: Tx, purchase: Purchase): Promise<void> {
    await this.tell(tx, purchase, {
      kind: 'promised', about: purchase.id, subject: 'Your payment takes a little longer',
      paragraphs: [`Your payment of ${moneyInWords(purchase.price)} for “${purchase.title}” is on its way. Some ways of paying take hours or days. As soon as it has come, you get what you bought and another mail; you need not do anything, and should not pay again.`],
    });
  }

  async refunded(tx: Tx, purchase: Purchase, payment: { readonly id: string; readonly refunded: Money; readonly failedMinor: string; readonly isWhole: boolean }): Promise<void> {
    const sum = moneyInWords(payment.refunded);
    // The same sum is news again once a refund of it has failed.
    const again = payment.failedMinor === '0' ? '' : ` ${payment.failedMinor}`;
    const what = payment.isWhole ? `You get back all of what you paid for “${purchase.title}”: ${sum}.` : `Of what you paid for “${purchase.title}”, you get back ${sum} in all.`;
    await this.tell(tx, purchase, {
      kind: 'refunded', about: `${payment.id} ${payment.refunded.minor}${again}`, subject: 'You get money back',
      paragraphs: [what, 'Until it is in your account it can take some days, which is up to your bank. Credits that it had bought and that you have not used are gone; what you used them for stays yours.'],
    });
  }

  async refundFailed(tx: Tx, purchase: Purchase, { id, failedMinor, less }: { readonly id: string; readonly failedMinor: string; readonly less: Money }): Promise<void> {
    await this.tell(tx, purchase, {
      kind: 'refund_not_arrived', about: `${id} ${failedMinor}`, subject: 'Your money could not be given back yet',
      paragraphs: [`We wrote to you that you get money back for “${purchase.title}”. Of that, ${moneyInWords(less)} did not arrive: whoever carries the payment could not give it to your bank or card, as when an account was closed or a card replaced.`,
        'The money is still yours. Those who run this place were told, and see to another way; you need not do anything now. Until then, credits that were taken back for it can be used again, for as long as they last.'],
    });
  }

  async pastDue(tx: Tx, purchase: Purchase, { id, graceUntil }: Plan): Promise<void> {
    if (!graceUntil) return;
    await this.tell(tx, purchase, {
      kind: 'plan_past_due', about: `${id} ${graceUntil.getTime()}`, subject: 'A payment for your plan is missing',
      paragraphs: [`The payment for “${purchase.title}” did not come through. Your plan goes on until ${momentInWords(graceUntil)}; new interviews come with it once it is paid. Look at the card or account it is paid from; it is tried again by itself.`],
    });
  }

  async planEnded(tx: Tx, purchase: Purchase, { id, currentUntil, isPaid }: Plan): Promise<void> {
    const still = currentUntil && isPaid ? `What you paid for stays yours until ${momentInWords(currentUntil)}. ` : '';
    await this.tell(tx, purchase, {
      kind: 'plan_ended', about: id, subject: 'Your plan has ended',
      paragraphs: [`“${purchase.title}” has ended, and nothing more will be taken from you. ${still}What is free stays free.`],
    });
  }

  private async tell(tx: Tx, purchase: Purchase, { kind, about, subject, paragraphs }: News): Promise<void> {
    const path = purchase.organisationId === null ? '/settings/billing' : '/hiring/billing';
    for (const accountId of await this.customers.toldOf(tx, purchase)) {
      await this.notifications.note(tx, { accountId, kind: `payments.${kind}`, title: subject, body: paragraphs.join(' '), link: path, dedupe: about });
      await this.notifications.deliver(tx, { accountId, category: 'essential', mail: { template: `payments-${kind.replaceAll('_', '-')}`, dedupe: about, subject, heading: subject, paragraphs, action: { label: 'Look at your payments', path } } });
    }
  }
}
