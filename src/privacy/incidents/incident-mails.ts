import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { Notifications } from '../../notifications/index.js';
import { Config } from '../../platform/config/index.js';
import { type Tx } from '../../platform/db/index.js';
import { MailOutbox, renderMail } from '../../platform/mail/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type Incident, type ToldWords } from './incident.repository.js';

const SUBJECT = 'Something happened to your data';
const TEMPLATE = 'incident';
const CLOSED_FOOTER = 'You get this mail because it is about the data of an account at Viva Voce that you deleted and that is not purged yet.';
const OPERATOR_FOOTER = 'You get this mail because the policy of this Viva Voce names this address for questions about personal data.';

/** Mails about incidents: to the people they touched (GDPR article 34(2)), and to whoever has to tell the authority. */
@Injectable()
export class IncidentMails {
  constructor(
    private readonly notifications: Notifications,
    private readonly contacts: AccountContacts,
    private readonly mails: MailOutbox,
    private readonly policy: Policy,
    private readonly config: Config,
  ) {}

  /** False when there is nobody to write to. Whoever deleted their account is written to until it is purged. */
  async toPerson(tx: Tx, { id, told }: Pick<Incident, 'id' | 'told'>, accountId: string): Promise<boolean> {
    if (!told) return false;
    const mail = { template: TEMPLATE, dedupe: id, subject: SUBJECT, heading: SUBJECT, paragraphs: this.paragraphs(told) };
    if (await this.notifications.deliver(tx, { accountId, category: 'essential', mail })) return true;
    const email = await this.contacts.addressAfterDeletion(tx, accountId);
    if (email === null) return false;
    const { template, dedupe, ...content } = mail;
    return (await this.mails.send(tx, { to: email, account: accountId, template, dedupe, ...(await renderMail({ ...content, footer: CLOSED_FOOTER })) })) !== null;
  }

  async clockRunsOut(tx: Tx, { id, notifyBy }: Pick<Incident, 'id' | 'notifyBy'>): Promise<void> {
    const subject = 'The time to tell the authority runs out';
    const body = await renderMail({
      subject, heading: subject, footer: OPERATOR_FOOTER,
      paragraphs: [`An incident with personal data is open, and nothing is written down about the authority yet. It is to be told by ${notifyBy.toISOString().slice(0, 16).replace('T', ' ')} UTC, or there must be a reason why not.`],
      action: { label: 'Open the incident', url: `${this.config.settings.PUBLIC_URL}/operator/incidents/${id}` },
    });
    await this.mails.send(tx, { to: this.policy.values.operator.privacyContact, template: 'incident-clock', dedupe: id, ...body });
  }

  private paragraphs({ what, meaning, measures }: ToldWords): string[] {
    const { name, privacyContact, fiduciary } = this.policy.values.operator;
    return [
      'We write to you because something happened to personal data here, and yours is part of it.',
      ...section('What happened', what), ...section('What it means for you', meaning), ...section('What we do', measures),
      `Whom to ask: ${fiduciary.name} at ${name}, ${privacyContact}.`,
    ];
  }
}

const section = (title: string, words: string): string[] => words.split(/\s*\n\s*/).map((line, at) => (at === 0 ? `${title}: ${line}` : line));
