import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { hashToken, newToken } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type LinkMailBody, type SessionView } from '../accounts.dto.js';
import { linkOfOtherBrowser, linkUsedOrExpired, wrongCode } from '../accounts.errors.js';
import { AccountRepository } from '../accounts.repository.js';
import { Cookies } from '../cookies.js';
import { Reception } from '../sessions/reception.js';
import { type Beginning } from '../sessions/sessions.js';
import { type Link } from './link.repository.js';
import { MailedLinks } from './mailed-links.js';

/** Signing in by a mailed link, opened in the browser that asked for it, or by its code, typed there. */
@Injectable()
export class LinkSignIn {
  constructor(
    private readonly links: MailedLinks,
    private readonly accounts: AccountRepository,
    private readonly reception: Reception,
    private readonly cookies: Cookies,
    private readonly db: Database,
    private readonly policy: Policy,
  ) {}

  /** Has a link mailed when the address is somebody's; the answer and the work are the same when it is nobody's. */
  async ask({ email, staySignedIn }: LinkMailBody, reply: FastifyReply): Promise<void> {
    const browserToken = newToken();
    await this.db.transaction(async (tx) => {
      const account = await this.accounts.findByEmail(tx, email);
      await this.links.ask(tx, 'sign_in', account?.id ?? null, { browserToken, stays: staySignedIn });
    });
    this.cookies.set(reply, 'link', browserToken, this.policy.values.links.signIn.seconds);
  }

  /** AppErrors `accounts.link_used_or_expired`, `accounts.link_other_browser` (the link still works in the right one). */
  async byToken(token: string, request: FastifyRequest, reply: FastifyReply): Promise<SessionView> {
    const browserToken = this.cookies.read(request, 'link');
    const view = await this.reception.letInBy(request, reply, async (tx) => {
      const found = await this.links.findSignIn(tx, token);
      if (!found) throw linkUsedOrExpired();
      if (browserToken === null || found.browserHash !== hashToken(browserToken)) throw linkOfOtherBrowser();
      return this.used(tx, await this.links.takeSignIn(tx, token));
    });
    if (!view) throw linkUsedOrExpired();
    this.cookies.clear(reply, 'link');
    return view;
  }

  /** AppError `accounts.wrong_code`, also when this browser asked for nothing, or too long ago. Five wrong codes end a link. */
  async byCode(code: string, request: FastifyRequest, reply: FastifyReply): Promise<SessionView> {
    const browserToken = this.cookies.read(request, 'link');
    if (browserToken === null) throw wrongCode();
    // A wrong code must be counted, so nothing is thrown inside.
    const view = await this.reception.letInBy(request, reply, async (tx) => this.used(tx, await this.links.takeSignInByCode(tx, browserToken, code)));
    if (!view) throw wrongCode();
    this.cookies.clear(reply, 'link');
    return view;
  }

  private async used(tx: Tx, link: Link | null): Promise<Beginning | null> {
    if (!link?.accountId) return null;
    // The browser is that of the sign-up, so the name is of whoever reads its mail as well.
    if (link.signsUp) await this.accounts.confirmAddress(tx, link.accountId);
    else await this.accounts.proveAddress(tx, link.accountId);
    return { accountId: link.accountId, stays: link.stays, way: 'link' };
  }
}
