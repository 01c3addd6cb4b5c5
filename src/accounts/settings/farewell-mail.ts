import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { MailOutbox, renderMail } from '../../platform/mail/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type ClosedAccount } from './closed-account.repository.js';

const BECAUSE = 'You get this mail because the account with this address at Viva Voce was deleted.';
const LAST = 'The last one comes when its data is gone, and says what became of it and what has to stay.';

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
          ? `What was in it is hidden now and deleted for good on ${day(kept.purgeAt)}. Questions: ${operator.privacyContact}.`
          : `What was in it is being deleted for good at this moment. It cannot be brought back. Questions: ${operator.privacyContact}.`,
        'If this was not you, write to the same address at once.',
      ],
      footer: `${BECAUSE} ${LAST}`,
    });
    await this.mails.send(tx, { to: email, template: 'account-deleted', ...(kept ? { account: kept.accountId } : {}), ...body });
  }

  /** Says once more when the data is gone. Whoever has a new account with the address reads which one is meant. */
  async remind(tx: Tx, { accountId, name, email, closedAt, purgeAt }: ClosedAccount): Promise<void> {
    const subject = `The data of your deleted account goes on ${day(purgeAt)}`;
    const body = await renderMail({
      subject,
      heading: subject,
      paragraphs: [
        `${name}, your account was deleted on ${day(closedAt)}. What was in it has been hidden since then, and is deleted for good on ${day(purgeAt)}. If you have made a new account since, it stays as it is.`,
        `There is nothing you need to do. Questions: ${this.policy.values.operator.privacyContact}.`,
      ],
      footer: `${BECAUSE} ${LAST}`,
    });
    await this.mails.send(tx, { to: email, template: 'account-gone-soon', account: accountId, ...body });
  }
}

function day(moment: Date): string {
  return `${moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })} (UTC)`;
}
