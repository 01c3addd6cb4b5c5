import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { Notifications } from '../../notifications/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Customers } from '../entitlements/customers.js';
import { moneyInWords } from '../purchases/payment-words.js';
import { type Refund } from './refund.js';

const LINK = '/operator/payments';

/** What we found out ourselves; every other reason is a code of the gateway. */
const WHY: Readonly<Record<string, string>> = {
  unanswered: 'The gateway gave no answer for twenty hours, so it may or may not have been made.',
  failed_later: 'The gateway had taken it on, and said later that the money could not be given to whoever paid.',
  not_arrived: 'The gateway took it on two weeks ago, and says nothing of it since.',
};

/** Of a payment that bought something. */
const WAS_TAKEN = 'What had been taken back for it is theirs again, and is taken anew when the money is given back from here. A credit note that was written for it stays, since the money is still owed: no second one is written for the same amount.';
/** Of one that did not. */
const WAITS_AGAIN = 'Nothing had been given for this payment. It stands under “Does not fit”, from where the money can be given back anew.';

/** Tells those who run this place what becomes of the refunds they asked for. */
@Injectable()
export class RefundNews {
  constructor(
    private readonly notifications: Notifications,
    private readonly contacts: AccountContacts,
    private readonly customers: Customers,
  ) {}

  /** To everybody who could be the second person. */
  async waits(tx: Tx, { id, amount }: Refund, askedBy: string): Promise<void> {
    const others = (await this.contacts.operators(tx)).filter((operator) => operator !== askedBy);
    for (const accountId of others) await this.note(tx, accountId, 'refund_waits', id, 'A refund waits for a second person', `A colleague wants to give back ${moneyInWords(amount)}. It goes out once you approve it.`);
  }

  async refused(tx: Tx, { id, amount, askedBy }: Refund, operatorId: string, says: string): Promise<void> {
    if (askedBy === null || askedBy === operatorId) return;
    await this.note(tx, askedBy, 'refund_refused', id, 'A refund you asked for was refused', `A colleague refused to give back ${moneyInWords(amount)}, and says why: ${says}`);
  }

  /** To all of them, by mail too: somebody waits for this money. */
  async failed(tx: Tx, { id, amount, because, reference, quarantineId }: Refund): Promise<void> {
    const said = [`A refund of ${moneyInWords(amount)} did not go through.`, WHY[because ?? ''] ?? `The gateway does not make it (${because ?? 'no reason given'}).`];
    if (quarantineId !== null) said.push(WAITS_AGAIN);
    else if (because === 'failed_later') said.push(WAS_TAKEN);
    const paragraphs = [said.join(' '), `Look at the payment at the gateway's own desk before you ask for it again. It is known there as ${reference}.`];
    for (const accountId of await this.contacts.operators(tx)) {
      await this.note(tx, accountId, 'refund_failed', id, 'A refund did not go through', paragraphs.join(' '));
      await this.notifications.deliver(tx, { accountId, category: 'essential', mail: { template: 'payments-refund-failed', dedupe: id, subject: 'A refund did not go through', heading: 'A refund did not go through', paragraphs, action: { label: 'Look at the payments', path: LINK } } });
    }
  }

  /** To whoever paid what fits no order: of every other refund they hear once the gateway says that it arrived. */
  async returned(tx: Tx, { id, amount, buyerId, organisationId, title }: Refund): Promise<void> {
    const subject = 'You get money back';
    const paragraphs = [`A payment of yours for “${title ?? 'something here'}” did not fit what was ordered, so nothing was given for it. ${moneyInWords(amount)} of it goes back to you. Until it is in your account it can take some days, which is up to your bank.`];
    for (const accountId of await this.customers.toldOf(tx, { accountId: buyerId, organisationId })) {
      await this.notifications.note(tx, { accountId, kind: 'payments.returned', title: subject, body: paragraphs.join(' '), dedupe: id });
      await this.notifications.deliver(tx, { accountId, category: 'essential', mail: { template: 'payments-returned', dedupe: id, subject, heading: subject, paragraphs } });
    }
  }

  /** To the same, who wait for it. */
  async notReturned(tx: Tx, { id, amount, buyerId, organisationId, title }: Refund): Promise<void> {
    const subject = 'Your money could not be given back yet';
    const paragraphs = [
      `We wrote to you that you get money back of a payment for “${title ?? 'something here'}” that did not fit what was ordered. Of that, ${moneyInWords(amount)} did not arrive: whoever carries the payment could not give it to your bank or card, as when an account was closed or a card replaced.`,
      'The money is still yours. Those who run this place were told, and see to another way; you need not do anything now.',
    ];
    for (const accountId of await this.customers.toldOf(tx, { accountId: buyerId, organisationId })) {
      await this.notifications.note(tx, { accountId, kind: 'payments.not_returned', title: subject, body: paragraphs.join(' '), dedupe: id });
      await this.notifications.deliver(tx, { accountId, category: 'essential', mail: { template: 'payments-not-returned', dedupe: id, subject, heading: subject, paragraphs } });
    }
  }

  private async note(tx: Tx, accountId: string, kind: string, about: string, title: string, body: string): Promise<void> {
    await this.notifications.note(tx, { accountId, kind: `payments.${kind}`, title, body, link: LINK, dedupe: about });
  }
}
