import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { MailOutbox, renderMail } from '../../platform/mail/index.js';
import { Policy } from '../../platform/policy/index.js';

const FOOTER = 'You get this mail because the account with this address at Viva Voce was deleted. One more comes when its data is gone, and says what became of it.';

interface Closed {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly purgeAt: Date;
}

/** Says that an account was deleted, what becomes of the data, and whom to ask. */
@Injectable()
export class FarewellMail {
  constructor(
    private readonly mails: MailOutbox,
    private readonly policy: Policy,
  ) {}

  /** `kept` is null when everything is deleted now; then the mail hangs from no account either. */
  async send(tx: Tx, { name, email }: { name: string; email: string }, kept: { accountId: string; purgeAt: Date } | null): Promise<void> {
    const { operator } = this.policy.values;
    const body = await renderMail({
      subject: 'Your account is deleted',
      heading: 'Your account is deleted',
      paragraphs: [
        `${name}, you are signed out everywhere, and nobody can sign in to the account any more. You may use your address for a new account at any time.`,
        kept
          ? `What was in it is hidden now and deleted for good on ${day(kept.purgeAt)}. Until then you may ask for it back, or for its deletion at once: write to ${operator.privacyContact}.`
          : `What was in it is being deleted for good at this moment. It cannot be brought back. Questions: ${operator.privacyContact}.`,
        'If this was not you, write to the same address at once.',
      ],
      footer: FOOTER,
    });
    await this.mails.send(tx, { to: email, template: 'account-deleted', ...(kept ? { account: kept.accountId } : {}), ...body });
  }

  /** Says once more when the data is gone, while it can still be had back. */
  async remind(tx: Tx, { accountId, name, email, purgeAt }: Closed): Promise<void> {
    const subject = `Your data is deleted on ${day(purgeAt)}`;
    const body = await renderMail({
      subject,
      heading: subject,
      paragraphs: [
        `${name}, you deleted your account a while ago. What was in it has been hidden since then, and is deleted for good on ${day(purgeAt)}.`,
        `If that is what you want, there is nothing to do. If not, ask for it back before then: write to ${this.policy.values.operator.privacyContact}.`,
      ],
      footer: FOOTER,
    });
    await this.mails.send(tx, { to: email, template: 'account-gone-soon', account: accountId, ...body });
  }
}

function day(moment: Date): string {
  return `${moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })} (UTC)`;
}
