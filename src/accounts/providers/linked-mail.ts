import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { type Tx } from '../../platform/db/index.js';
import { MailOutbox, renderMail } from '../../platform/mail/index.js';

const FOOTER = 'You get this mail because you have an account at Viva Voce. It is not a newsletter; there is nothing to unsubscribe from.';

/** Tells the owner of an account that there is a new way into it. */
@Injectable()
export class LinkedMail {
  constructor(
    private readonly mails: MailOutbox,
    private readonly config: Config,
  ) {}

  async send(tx: Tx, { account, email, provider }: { account: string; email: string; provider: string }): Promise<void> {
    const body = await renderMail({
      subject: 'A new way to sign in',
      heading: `You can sign in with ${provider} now`,
      paragraphs: [
        `Somebody, hopefully you, signed in at Viva Voce with an account at ${provider} that has this address. It is linked to your account here from now on.`,
        'If it was not you, take the link off in your settings, end every sign-in there, and change your password if you have one.',
      ],
      action: { label: 'Look at your settings', url: `${this.config.settings.PUBLIC_URL}/settings` },
      footer: FOOTER,
    });
    await this.mails.send(tx, { to: email, template: 'provider-linked', account, ...body });
  }
}
