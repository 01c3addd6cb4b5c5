import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type MailContent, MailOutbox, renderMail } from '../../platform/mail/index.js';
import { SignInWays } from '../sign-in-ways.js';
import { type LinkKind } from './link.repository.js';

interface Said {
  readonly token: string;
  readonly code: string;
  /** How long the link works, in words. */
  readonly works: string;
  /** Whether people sign in here with one. */
  readonly hasPasswords: boolean;
}

type Recipient = { readonly email: string; readonly newEmail: string | null; readonly cameFrom: string | null };
type Words = Omit<MailContent, 'footer' | 'action'> & { readonly button: string; readonly path: string };

/** Where nothing is proven by the link itself. */
const SIGN_IN = '/sign-in';

const FOOTER = 'You get this mail because this address was entered at Viva Voce. It is not a newsletter; there is nothing to unsubscribe from.';

/** The mails with a link in them. Each leads to our own page, whose button acts: a mail scanner that opens it changes nothing. */
@Injectable()
export class LinkMail {
  constructor(
    private readonly mails: MailOutbox,
    private readonly config: Config,
    private readonly ways: SignInWays,
  ) {}

  /** False when the mail of this link was handed in before, or there is nobody to send it to any more. */
  async send(tx: Tx, { id, kind, accountId }: { id: string; kind: LinkKind; accountId: string }, secrets: Omit<Said, 'hasPasswords'>): Promise<boolean> {
    const to = await this.recipient(tx, accountId);
    const address = kind === 'email_change_new' ? to?.newEmail : to?.email;
    if (!to || !address) return false;
    const said = { ...secrets, hasPasswords: this.ways.offers('password') };
    const { button, path, ...content } = words[kind](said, to);
    // A token stands behind the # so that it never reaches a server log.
    const url = `${this.config.settings.PUBLIC_URL}${path}${path === SIGN_IN ? '' : `#token=${said.token}`}`;
    const body = await renderMail({ ...content, action: { label: button, url }, footer: FOOTER });
    return (await this.mails.send(tx, { to: address, template: kind.replaceAll('_', '-'), dedupe: id, account: accountId, ...body })) !== null;
  }

  private async recipient(tx: Tx, accountId: string): Promise<Recipient | null> {
    const rows = await tx.query<Recipient[]>(
      `select u.email, c.new_email as "newEmail", b.came_from as "cameFrom" from auth."user" u
       left join accounts.brought_account b on b.account_id = u.id
       left join accounts.email_change c on c.account_id = u.id and c.expires_at > clock.now()
       where u.id = $1 and not exists (select from accounts.closed_account where account_id = u.id)`,
      [accountId],
    );
    return rows[0] ?? null;
  }
}

const words: Record<LinkKind, (said: Said, to: Recipient) => Words> = {
  verify_email: ({ works }) => ({
    subject: 'Confirm your e-mail address',
    heading: 'Confirm your e-mail address',
    paragraphs: [
      'Somebody, hopefully you, signed up at Viva Voce with this address. Confirm it with the password you chose, then sign in.',
      `The link works once, for ${works}. If it was not you, do nothing: the account cannot be used and is deleted.`,
    ],
    button: 'Confirm my address',
    path: '/verify-email',
  }),
  known_address: () => ({
    subject: 'You already have an account',
    heading: 'You already have an account',
    paragraphs: [
      'Somebody, perhaps you, tried to use this address for an account at Viva Voce. There is one already, so nothing was changed.',
      'If it was you, sign in instead. If it was not, you need not do anything.',
    ],
    button: 'Sign in',
    path: SIGN_IN,
  }),
  sign_in: ({ code, works }) => ({
    subject: 'Your link to sign in',
    heading: 'Sign in to Viva Voce',
    paragraphs: [
      'Open this link in the browser in which you asked for it.',
      `Or type this code there: ${code}`,
      `Both work once, for ${works}. Nobody of ours will ever ask you for the code. If you did not ask for it, do nothing.`,
    ],
    button: 'Sign in',
    path: '/sign-in/link',
  }),
  reset_password: ({ works }) => ({
    subject: 'Choose a new password',
    heading: 'Choose a new password',
    paragraphs: [
      'Somebody, hopefully you, asked for a new password for your account at Viva Voce.',
      `The link works once, for ${works}. If it was not you, do nothing: your password stays as it is.`,
    ],
    button: 'Choose a new password',
    path: '/reset-password',
  }),
  brought_account: ({ works, hasPasswords }, { cameFrom }) => ({
    subject: 'Your data is here: open your account',
    heading: `Your data from ${cameFrom ?? 'elsewhere'} is here`,
    paragraphs: [
      `The operator of this Viva Voce brought in the copy of your data from ${cameFrom ?? 'another place'}, and made you an account with this address. Nobody can see anything in it before you have shown that the address is yours: ${hasPasswords ? 'choose a password with this link' : 'sign in with it'}.`,
      'Nothing you allowed there is allowed here: no recruiter finds you, and nothing is shown, until you allow it here.',
      `${hasPasswords ? `The link works once, for ${works}; after that, ask for a new one where you sign in. ` : ''}If you do not want this, do nothing: an account whose address nobody confirms is deleted with all that is in it.`,
    ],
    ...(hasPasswords ? { button: 'Choose my password', path: '/reset-password' } : { button: 'Sign in', path: SIGN_IN }),
  }),
  email_change_old: ({ works, hasPasswords }, { newEmail }) => ({
    subject: 'Is your address changing?',
    heading: 'Confirm the change of your address',
    paragraphs: [
      `Somebody, hopefully you, wants to change the address of your account at Viva Voce to ${newEmail}.`,
      `The change happens when both addresses say yes. The link works once, for ${works}. If it was not you, do not open it, and ${hasPasswords ? 'change your password' : 'end every sign-in in your settings'}.`,
    ],
    button: 'Yes, change it',
    path: '/confirm-email-change',
  }),
  email_change_new: ({ works }) => ({
    subject: 'Confirm your new address',
    heading: 'Confirm your new address',
    paragraphs: [
      'Somebody, hopefully you, wants to use this address for their account at Viva Voce.',
      `The change happens when both addresses, the old and this one, say yes. The link works once, for ${works}. If it was not you, do nothing.`,
    ],
    button: 'Use this address',
    path: '/confirm-email-change',
  }),
};
