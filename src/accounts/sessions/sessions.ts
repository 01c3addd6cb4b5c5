import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { hashToken, newId, newToken } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { signInFirst, wrongCredentials } from '../accounts.errors.js';
import { AccountRepository } from '../accounts.repository.js';
import { Cookies } from '../cookies.js';
import { browserName } from './browser-name.js';
import { holdOpenAccount } from './holds.js';
import { type Session, SessionRepository, type Way } from './session.repository.js';

/** Somebody has shown who they are, but for a second factor that was not given yet. */
export interface Beginning {
  readonly accountId: string;
  readonly way: Way;
  readonly stays: boolean;
  /** The hash of the password they came with, when they came with one. */
  readonly passwordHash?: string;
  readonly secondFactorGiven?: boolean;
}

/** Sign-ins, each a row here and an opaque token in the cookie of one browser. */
@Injectable()
export class Sessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly accounts: AccountRepository,
    private readonly cookies: Cookies,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  /** The live sign-in of a browser. Whoever comes with an `Authorization` header is no browser, whatever cookie comes along. */
  async ofBrowser(request: FastifyRequest): Promise<Session | null> {
    if (request.headers.authorization !== undefined) return null;
    const token = this.cookies.read(request, 'session');
    return token === null ? null : this.sessions.findLive(this.db.alone, { tokenHash: hashToken(token) });
  }

  /** As `ofBrowser`, past its second step; AppError `http.sign_in_first` otherwise. */
  async mine(request: FastifyRequest): Promise<Session> {
    const session = await this.ofBrowser(request);
    if (!session || session.awaitsSecondFactor) throw signInFirst();
    return session;
  }

  /**
   * Begins a sign-in under a token that nobody has seen before, and ends the one this browser had. It waits for the second
   * factor when the account has one and it was not given yet. `prove` uses up, in the same transaction, what they came with;
   * null when it proves nothing, and then nothing begins. AppError `accounts.wrong_credentials` for a closed account.
   */
  async begin(request: FastifyRequest, reply: FastifyReply, prove: (tx: Tx) => Promise<Beginning | null>): Promise<{ accountId: string; awaitsSecondFactor: boolean } | null> {
    const token = newToken();
    const before = await this.ofBrowser(request);
    const begun = await this.db.transaction(async (tx) => {
      const who = await prove(tx);
      if (!who) return null;
      const { accountId, way, stays, passwordHash, secondFactorGiven = false } = who;
      if (!(await holdOpenAccount(tx, accountId))) throw wrongCredentials();
      // The password took a while to check, and may have been changed in the meantime.
      if (passwordHash !== undefined && !(await this.accounts.holdPassword(tx, accountId, passwordHash))) throw wrongCredentials();
      const awaitsSecondFactor = !secondFactorGiven && (await this.accounts.hasSecondFactor(tx, accountId));
      if (before) await this.sessions.deleteMine(tx, before.accountId, before.id);
      await this.sessions.insert(tx, { id: newId(), accountId, tokenHash: hashToken(token), way, browser: browserName(request.headers['user-agent']), stays, awaitsSecondFactor });
      return { accountId, stays, awaitsSecondFactor };
    });
    if (begun) this.give(reply, token, begun.stays);
    return begun;
  }

  /** Puts a sign-in under a new id and token, after its account came to more power. Call `give` with it once `tx` has committed. */
  async renew(tx: Tx, session: Session): Promise<string> {
    const token = newToken();
    if (!(await this.sessions.changeToken(tx, session.id, { id: newId(), tokenHash: hashToken(token) }))) throw signInFirst();
    return token;
  }

  /** Hands a browser its token. */
  give(reply: FastifyReply, token: string, stays: boolean): void {
    this.cookies.set(reply, 'session', token, stays ? secondsOf(this.policy.periodOf('signInSession')) : undefined);
  }

  /** Ends the sign-in of this browser, on the server and in its cookie. */
  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const session = await this.ofBrowser(request);
    if (session) await this.sessions.deleteMine(this.db.alone, session.accountId, session.id);
    this.cookies.clear(reply, 'session');
  }

  async endAll(tx: Tx, accountId: string, exceptId: string | null = null): Promise<void> {
    await this.sessions.deleteAll(tx, accountId, exceptId);
  }
}

const DAY = 86_400;

function secondsOf({ months, days, seconds }: { months: number; days: number; seconds: number }): number {
  return (months * 30 + days) * DAY + seconds;
}
