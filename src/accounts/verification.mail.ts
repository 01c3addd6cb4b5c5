import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/index.js';
import { Database } from '../platform/db/index.js';
import { MailOutbox, renderMail } from '../platform/mail/index.js';

interface Recipient {
  readonly id: string;
  readonly email: string;
}

const FOOTER = 'You get this mail because this address was entered at Viva Voce. It is not a newsletter; there is nothing to unsubscribe from.';

/** The mails of sign-up. Links lead to our own page, whose button acts: a mail scanner that opens them changes nothing. */
@Injectable()
export class VerificationMail {
  constructor(
    private readonly db: Database,
    private readonly mails: MailOutbox,
    private readonly config: Config,
  ) {}

  async send({ id: account, email: to }: Recipient, token: string): Promise<void> {
    const body = await renderMail({
      subject: 'Confirm your e-mail address',
      heading: 'Confirm your e-mail address',
      paragraphs: [
        'Somebody, hopefully you, signed up at Viva Voce with this address. Confirm it, then sign in with the password you chose.',
        'The link works for 24 hours. If it was not you, do nothing: the account cannot be used and is deleted.',
      ],
      // The token stands behind the # so that it never reaches a server log.
      action: { label: 'Confirm my address', url: `${this.config.settings.PUBLIC_URL}/verify-email#token=${token}` },
      footer: FOOTER,
    });
    await this.db.transaction((tx) => this.mails.send(tx, { to, template: 'verify-email', account, ...body }));
  }

  async tellAboutExistingAccount({ id: account, email: to }: Recipient): Promise<void> {
    const body = await renderMail({
      subject: 'You already have an account',
      heading: 'You already have an account',
      paragraphs: [
        'Somebody, perhaps you, tried to sign up at Viva Voce with this address. There is an account already, so nothing was changed.',
        'If it was you, sign in instead. If it was not, you need not do anything.',
      ],
      action: { label: 'Sign in', url: `${this.config.settings.PUBLIC_URL}/sign-in` },
      footer: FOOTER,
    });
    await this.db.transaction((tx) => this.mails.send(tx, { to, template: 'existing-account', account, ...body }));
  }
}
