import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { type Tx } from '../../platform/db/index.js';
import { MailOutbox, renderMail } from '../../platform/mail/index.js';
import { AccountRepository } from '../accounts.repository.js';

const FOOTER = 'You get this mail because you have an account at Viva Voce. It is not a newsletter; there is nothing to unsubscribe from.';

const notices = {
  password_changed: { subject: 'Your password was changed', said: 'The password of your account at Viva Voce was changed. Every other browser was signed out.' },
  second_factor_set: { subject: 'Your second factor is on', said: 'From now on, signing in to your account at Viva Voce takes a code of your app as well.' },
  second_factor_removed: { subject: 'Your second factor is off', said: 'From now on, signing in to your account at Viva Voce takes no code any more.' },
} as const;

/** Tells the owner of an account that how to sign in to it was changed. */
@Injectable()
export class ChangeNotice {
  constructor(
    private readonly mails: MailOutbox,
    private readonly accounts: AccountRepository,
    private readonly config: Config,
  ) {}

  async send(tx: Tx, accountId: string, change: keyof typeof notices): Promise<void> {
    const account = await this.accounts.findView(tx, accountId);
    if (!account) return;
    const { subject, said } = notices[change];
    const body = await renderMail({
      subject,
      heading: subject,
      paragraphs: [said, 'If this was you, you need not do anything. If it was not, choose a new password at once: that signs everybody out.'],
      action: { label: 'Choose a new password', url: `${this.config.settings.PUBLIC_URL}/forgotten-password` },
      footer: FOOTER,
    });
    await this.mails.send(tx, { to: account.email, template: change.replaceAll('_', '-'), account: accountId, ...body });
  }
}
