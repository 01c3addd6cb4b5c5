import { Injectable } from '@nestjs/common';
import { hashToken, newId, newToken } from '../../kernel/index.js';
import { Config } from '../../platform/config/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { Policy } from '../../platform/policy/index.js';
import { mailLink } from '../accounts.jobs.js';
import { linkUsedOrExpired } from '../accounts.errors.js';
import { keyedHash, keyFor } from '../../platform/keys/index.js';
import { holdOpenAccount } from '../sessions/holds.js';
import { newCode, readCode } from '../typed-code.js';
import { LinkMail } from './link-mail.js';
import { type Link, type LinkKind, LinkRepository } from './link.repository.js';

const periods = {
  verify_email: 'verification', known_address: 'verification', sign_in: 'signIn', reset_password: 'reset', email_change_old: 'emailChange', email_change_new: 'emailChange', brought_account: 'verification',
} as const satisfies Record<LinkKind, string>;
const CODE_GROUPS = 2;

/** Links that are mailed and work once. Asking for one costs the same whether the address is known or not: the mail is written later, by a job. */
@Injectable()
export class MailedLinks {
  private readonly codeKey: Buffer;

  constructor(
    private readonly links: LinkRepository,
    private readonly mail: LinkMail,
    private readonly outbox: Outbox,
    private readonly policy: Policy,
    private readonly db: Database,
    { settings }: Config,
  ) {
    this.codeKey = keyFor(settings.SECRET, 'link codes');
  }

  /** Has a link mailed to the owner of an account; for `accountId` null, the same work without a mail. */
  async ask(tx: Tx, kind: LinkKind, accountId: string | null, { browserToken = null, stays = false, signsUp = false }: { browserToken?: string | null; stays?: boolean; signsUp?: boolean } = {}): Promise<void> {
    const id = newId();
    await this.links.insert(tx, { id, kind, accountId, browserHash: browserToken && hashToken(browserToken), stays, signsUp }, this.periodOf(kind).iso);
    await this.outbox.enqueue(tx, mailLink, { linkId: id });
  }

  /** Writes and hands in the mail of one link. */
  async write(linkId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const link = await this.links.findToMail(tx, linkId);
      if (!link?.accountId) return;
      const [token, code] = [newToken(), newCode(CODE_GROUPS)];
      if (await this.mail.send(tx, { ...link, accountId: link.accountId }, { token, code, works: this.periodOf(link.kind).toString() })) {
        await this.links.setSecrets(tx, link.id, hashToken(token), this.codeHash(code));
      }
    });
  }

  /** The account whose link this token is, which is used up by that; AppError `accounts.link_used_or_expired`. */
  async take(tx: Tx, kind: LinkKind, token: string): Promise<string> {
    const link = await this.takeOpen(tx, kind, token);
    if (!link?.accountId) throw linkUsedOrExpired();
    return link.accountId;
  }

  /** The account whose link this token is, which is not used up by that; null when it would not be taken. */
  async accountOf(kind: LinkKind, token: string): Promise<string | null> {
    return (await this.links.findByToken(this.db.alone, kind, hashToken(token)))?.accountId ?? null;
  }

  /** Whether a link would be taken at this moment. */
  async works(kind: LinkKind, token: string): Promise<boolean> {
    return (await this.links.findByToken(this.db.alone, kind, hashToken(token))) !== null;
  }

  findSignIn(tx: Tx, token: string): Promise<Link | null> {
    return this.links.findByToken(tx, 'sign_in', hashToken(token));
  }

  takeSignIn(tx: Tx, token: string): Promise<Link | null> {
    return this.takeOpen(tx, 'sign_in', token);
  }

  async takeSignInByCode(tx: Tx, browserToken: string, code: string): Promise<Link | null> {
    const accountId = await this.links.findAccountOfBrowser(tx, hashToken(browserToken));
    // An unknown address costs the same work; a closed account has no links.
    await holdOpenAccount(tx, accountId ?? newId());
    return this.links.takeByCode(tx, hashToken(browserToken), this.codeHash(code));
  }

  /** Makes links that are on their way worthless. */
  async drop(tx: Tx, accountId: string, ...kinds: LinkKind[]): Promise<void> {
    await this.links.deleteOf(tx, accountId, kinds);
  }

  /** The account is held before its link is taken. */
  private async takeOpen(tx: Tx, kind: LinkKind, token: string): Promise<Link | null> {
    const found = await this.links.findByToken(tx, kind, hashToken(token));
    if (!found?.accountId || !(await holdOpenAccount(tx, found.accountId))) return null;
    return this.links.take(tx, kind, hashToken(token));
  }

  private periodOf(kind: LinkKind) {
    return this.policy.values.links[periods[kind]];
  }

  private codeHash(code: string): string {
    return keyedHash(this.codeKey, readCode(code));
  }
}
