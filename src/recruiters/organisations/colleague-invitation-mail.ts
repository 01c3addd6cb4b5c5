import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { type Tx } from '../../platform/db/index.js';
import { MailOutbox, renderMail } from '../../platform/mail/index.js';
import { Policy } from '../../platform/policy/index.js';

/** The mail to an invited colleague, who may have no account. Its link leads to our page, whose button acts: a mail scanner that opens it changes nothing. */
@Injectable()
export class ColleagueInvitationMail {
  constructor(
    private readonly mails: MailOutbox,
    private readonly config: Config,
    private readonly policy: Policy,
  ) {}

  async send(tx: Tx, to: string, { organisationName, inviter, token }: { organisationName: string; inviter: string; token: string }): Promise<void> {
    const subject = `${organisationName} invites you to Viva Voce`;
    const body = await renderMail({
      subject,
      heading: `Join ${organisationName}`,
      paragraphs: [
        `${inviter} invites you to work with ${organisationName} at Viva Voce, where it looks for people who agreed to be found.`,
        `The invitation is for this address: sign in, or make an account, with ${to}. It works for ${this.policy.values.links.colleagueInvitation.toString()}.`,
      ],
      // A token stands behind the # so that it never reaches a server log.
      action: { label: 'Look at the invitation', url: `${this.config.settings.PUBLIC_URL}/join#token=${token}` },
      footer: 'You get this mail because somebody entered this address at Viva Voce. If you do not know them, do nothing: your address is deleted there by itself.',
    });
    await this.mails.send(tx, { to, template: 'colleague-invitation', ...body });
  }
}
