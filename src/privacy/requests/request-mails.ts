import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { newId } from '../../kernel/index.js';
import { Notifications } from '../../notifications/index.js';
import { Config } from '../../platform/config/index.js';
import { type Tx } from '../../platform/db/index.js';
import { MailOutbox, renderMail } from '../../platform/mail/index.js';
import { Policy } from '../../platform/policy/index.js';
import { dayInUtc } from '../day-in-utc.js';
import { type DataRequest, type DueRequest } from './request.repository.js';

const PATH = '/privacy/requests';
const FOOTER = 'You get this mail because the policy of this Viva Voce names this address for questions or complaints about personal data.';
const LETTER_FOOTER = 'You get this mail because somebody wrote to us about the data of the account with this address.';
const CLOSED_FOOTER = 'You get this mail because you asked something about the data of an account at Viva Voce that you deleted.';

interface PersonMail {
  readonly template: string;
  readonly subject: string;
  /** What it says to somebody who can sign in and read the rest, and to somebody who cannot. */
  readonly paragraphs: readonly string[];
  readonly afterDeletion: readonly string[];
  readonly label: string;
  /** Of a mail that may come more than once for one request. */
  readonly dedupe?: string;
}

/** Mails about requests: that one came, is owed a receipt, is due, is late or was answered. What it says is read after signing in, by whoever still can. */
@Injectable()
export class RequestMails {
  constructor(
    private readonly notifications: Notifications,
    private readonly contacts: AccountContacts,
    private readonly mails: MailOutbox,
    private readonly policy: Policy,
    private readonly config: Config,
  ) {}

  /** False when the person could not be told. Whoever answers is told either way. With a token, the person is asked to confirm that they wrote. */
  async received(tx: Tx, request: DataRequest, token: string | null): Promise<boolean> {
    const by = dayInUtc(request.dueAt);
    await this.toOperator(tx, request, 'data-request-came', 'A request about personal data came in', `It is to be answered by ${by}.`);
    if (token !== null) return this.askToConfirm(tx, request, token);
    return this.toPerson(tx, request, {
      template: 'data-request-received', subject: 'We have your request', label: 'See my request',
      paragraphs: [`You asked something of us about your data. You have our answer by ${by} at the latest, and a mail when it is there. Its number is ${request.number}.`],
      afterDeletion: [`You asked something of us about your data. Your account is deleted, so our answer comes to this address, by ${by} at the latest. The number of your request is ${request.number}.`],
    });
  }

  /** The owner of the account said that the letter is theirs. */
  async confirmed(tx: Tx, request: DataRequest): Promise<void> {
    await this.toOperator(tx, request, 'data-request-confirmed', 'A letter about personal data was confirmed', `The owner of the account says that it is theirs. It is to be answered by ${dayInUtc(request.dueAt)}.`);
  }

  async writtenByPerson(tx: Tx, request: DataRequest): Promise<void> {
    await this.toOperator(tx, request, 'data-request-message', 'Somebody added to their request', `It is to be answered by ${dayInUtc(request.dueAt)}.`, newId());
  }

  /** False when the person could not be told. */
  writtenByOperator(tx: Tx, request: DataRequest): Promise<boolean> {
    const subject = 'A question about your request';
    const paragraphs = [`There is a message for you about your request ${request.number}. Sign in to read it and to answer it.`];
    return this.toPerson(tx, request, { template: 'data-request-question', subject, label: 'Read it', paragraphs, afterDeletion: paragraphs, dedupe: newId() });
  }

  /** False when the person could not be told. */
  extended(tx: Tx, request: DataRequest): Promise<boolean> {
    const says = `Our answer to your request ${request.number} takes longer than usual. You have it by ${dayInUtc(request.dueAt)} at the latest.`;
    return this.toPerson(tx, request, {
      template: 'data-request-extended', subject: 'Our answer takes longer', label: 'Read why',
      paragraphs: [says, 'Sign in to read why.'], afterDeletion: [says, request.extendedBecause ?? ''],
    });
  }

  /** False when the person could not be told. */
  async answered(tx: Tx, request: DataRequest): Promise<boolean> {
    const subject = 'Your request is answered';
    const disagree = `If you do not agree with it, write to ${this.policy.values.operator.grievanceOfficer.contact}.`;
    if (request.accountId !== null) {
      await this.notifications.note(tx, { accountId: request.accountId, kind: 'privacy.request_answered', title: subject, body: 'You asked something of us about your data. Our answer is here.', link: PATH });
    }
    return this.toPerson(tx, request, {
      template: 'data-request-answered', subject, label: 'Read the answer', dedupe: thisTime(request),
      paragraphs: ['You asked something of us about your data. Sign in to read our answer.', disagree],
      afterDeletion: ['You asked something of us about your data. Your account is deleted, so our answer is in this mail:', request.answer ?? '', disagree],
    });
  }

  /** `dueAt` is the day of the receipt. */
  async receiptOwed(tx: Tx, request: DueRequest): Promise<void> {
    await this.toOperator(tx, request, 'data-request-receipt', 'A request about personal data waits for a word of receipt',
      `Its law wants whoever asked to be told by ${dayInUtc(request.dueAt)} that it came, and nobody told them yet. Write to them beside the request; where it says that no mail could go out, send it to them in another way.`);
  }

  async dueSoon(tx: Tx, request: DueRequest): Promise<void> {
    await this.toOperator(tx, request, 'data-request-due', 'A request about personal data is due', `It is to be answered by ${dayInUtc(request.dueAt)}, and is not yet.`, thisTime(request));
  }

  async late(tx: Tx, request: DueRequest): Promise<void> {
    await this.toOperator(tx, request, 'data-request-late', 'A request about personal data is late', `It was to be answered by ${dayInUtc(request.dueAt)}, and still is not.`, thisTime(request));
  }

  private async toPerson(tx: Tx, { id, accountId }: DataRequest, { template, subject, paragraphs, afterDeletion, label, dedupe = id }: PersonMail): Promise<boolean> {
    if (accountId === null) return false;
    const mail = { template, dedupe, subject, heading: subject, paragraphs: [...paragraphs], action: { label, path: PATH } };
    if (await this.notifications.deliver(tx, { accountId, category: 'essential', mail })) return true;
    const email = await this.contacts.addressAfterDeletion(tx, accountId);
    if (email === null) return false;
    const body = await renderMail({ subject, heading: subject, paragraphs: [...afterDeletion], footer: CLOSED_FOOTER });
    return (await this.mails.send(tx, { to: email, account: accountId, template, dedupe, ...body })) !== null;
  }

  /** To the address of the account alone: whoever wrote the letter learns nothing from it, unless they are its owner. */
  private async askToConfirm(tx: Tx, { id, accountId, number, dueAt }: DataRequest, token: string): Promise<boolean> {
    if (accountId === null) return false;
    const email = (await this.contacts.find(tx, accountId))?.email ?? (await this.contacts.addressAfterDeletion(tx, accountId));
    if (email === null) return false;
    const subject = 'Did you write to us about your data?';
    const body = await renderMail({
      subject, heading: subject, footer: LETTER_FOOTER,
      paragraphs: [
        `Somebody, hopefully you, wrote to us about the data of the account with this address. Say that it was you, and we answer by ${dayInUtc(dueAt)}. The number of the request is ${number}.`,
        `The link works once, for ${this.policy.values.rights.confirmWithin.toString()}. If it was not you, do nothing: nobody is told anything, and nothing is deleted.`,
      ],
      // A token stands behind the # so that it never reaches a server log.
      action: { label: 'It was me', url: `${this.config.settings.PUBLIC_URL}/privacy/confirm-request#token=${token}` },
    });
    return (await this.mails.send(tx, { to: email, account: accountId, template: 'data-request-confirm', dedupe: id, ...body })) !== null;
  }

  /** Complaints go to the officer whom the policy names for them. */
  private async toOperator(tx: Tx, { id, kind }: DueRequest, template: string, subject: string, said: string, dedupe = id): Promise<void> {
    const { privacyContact, grievanceOfficer } = this.policy.values.operator;
    const url = `${this.config.settings.PUBLIC_URL}/operator/requests`;
    const body = await renderMail({ subject, heading: subject, paragraphs: [said], action: { label: 'Open the requests', url }, footer: FOOTER });
    await this.mails.send(tx, { to: kind === 'grievance' ? grievanceOfficer.contact : privacyContact, template, dedupe, ...body });
  }
}

/** A request that was put off or taken up again has a new day, and with it the same mails once more. */
const thisTime = ({ id, dueAt }: DueRequest): string => `${id} ${dueAt.toISOString()}`;
