import { Injectable } from '@nestjs/common';
import { Notifications } from '../../notifications/index.js';
import { Config } from '../../platform/config/index.js';
import { type Tx } from '../../platform/db/index.js';
import { MailOutbox, renderMail } from '../../platform/mail/index.js';
import { Policy } from '../../platform/policy/index.js';

const FOOTER = 'You get this mail because the policy of this Viva Voce names this address for questions about personal data.';

/** Who hears of a report that somebody is too young: whoever decides, and the person themself, without who reported it and what they wrote. */
@Injectable()
export class MinorNews {
  constructor(
    private readonly notifications: Notifications,
    private readonly mails: MailOutbox,
    private readonly policy: Policy,
    private readonly config: Config,
  ) {}

  async reported(tx: Tx, id: string): Promise<void> {
    const subject = 'Somebody is reported to be too young';
    const body = await renderMail({
      subject, heading: subject, paragraphs: ['If the report names one account that was not reported in the 90 days before, it is hidden for three days at most: decide until then. Otherwise nobody is hidden before you decide.'],
      action: { label: 'Open the reports', url: `${this.config.settings.PUBLIC_URL}/operator/minors` }, footer: FOOTER,
    });
    await this.mails.send(tx, { to: this.policy.values.operator.privacyContact, template: 'minor-reported', dedupe: id, ...body });
  }

  hidden(tx: Tx, accountId: string, reportId: string, until: Date): Promise<void> {
    const { values: { ages, operator } } = this.policy;
    return this.tell(tx, accountId, `${reportId} ${until.toISOString()}`, {
      template: 'minor-hidden', kind: 'privacy.hidden', title: 'You are hidden for now',
      paragraphs: [
        `Somebody reported that you are younger than ${ages.account}. Until a person here has looked at it, recruiters do not find you, pages of your certificates show nothing, and nobody you allowed to reads your invited interviews: until ${until.toISOString().slice(0, 16).replace('T', ' ')} UTC at most.`,
        `Nothing of yours is deleted. If it is not true, write to ${operator.privacyContact}.`,
      ],
    });
  }

  restored(tx: Tx, accountId: string, reportId: string): Promise<void> {
    return this.tell(tx, accountId, reportId, {
      template: 'minor-restored', kind: 'privacy.shown_again', title: 'You are shown again',
      paragraphs: ['A person here looked at the report that you are too young, and did not find it true. What you allow is shown as before.'],
    });
  }

  private async tell(tx: Tx, accountId: string, dedupe: string, { template, kind, title, paragraphs }: { template: string; kind: string; title: string; paragraphs: readonly string[] }): Promise<void> {
    await this.notifications.note(tx, { accountId, kind, title, body: paragraphs.join(' '), link: '/privacy', dedupe });
    await this.notifications.deliver(tx, { accountId, category: 'essential', mail: { template, dedupe, subject: title, heading: title, paragraphs } });
  }
}
