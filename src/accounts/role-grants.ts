import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/db/index.js';
import { type Actor } from '../platform/http/index.js';
import { AccountRepository } from './accounts.repository.js';
import { holdOpenAccount, holdSession } from './sessions/holds.js';
import { Sessions } from './sessions/sessions.js';
import { type ThisBrowser } from './this-browser.js';

type Role = Actor['roles'][number];

/** Roles that an account comes to or loses by what is done elsewhere. No session id outlives such a change. */
@Injectable()
export class RoleGrants {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: Sessions,
    private readonly db: Database,
  ) {}

  /**
   * Runs `work` for whoever is signed in at this browser, gives them `role` in the same transaction, and puts their sign-in
   * under a new id; AppError `http.sign_in_first` for anybody else, bearer tokens included.
   */
  takeUp<T>(browser: ThisBrowser, role: Role, work: (tx: Tx, accountId: string) => Promise<T>): Promise<T> {
    return this.renewing(browser, async (tx, accountId) => {
      const result = await work(tx, accountId);
      await this.accounts.addRole(tx, accountId, role);
      return result;
    });
  }

  /** As `takeUp`, for whoever gives a role up. */
  giveUp<T>(browser: ThisBrowser, role: Role, work: (tx: Tx, accountId: string) => Promise<T>): Promise<T> {
    return this.renewing(browser, async (tx, accountId) => {
      const result = await work(tx, accountId);
      await this.accounts.removeRole(tx, accountId, role);
      return result;
    });
  }

  /** Runs `work` about somebody else's account, which loses `role` by it (null: none), and ends each of their sign-ins in the same transaction. */
  ofAnother<T>(accountId: string, role: Role | null, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => {
      await holdOpenAccount(tx, accountId);
      const result = await work(tx);
      if (role !== null) await this.accounts.removeRole(tx, accountId, role);
      await this.sessions.endAll(tx, accountId);
      return result;
    });
  }

  private async renewing<T>({ request, reply }: ThisBrowser, work: (tx: Tx, accountId: string) => Promise<T>): Promise<T> {
    const session = await this.sessions.mine(request);
    const done = await this.db.transaction(async (tx) => {
      await holdSession(tx, session);
      const result = await work(tx, session.accountId);
      await this.sessions.endAll(tx, session.accountId, session.id);
      return { result, token: await this.sessions.renew(tx, session) };
    });
    this.sessions.give(reply, done.token, session.stays);
    return done.result;
  }
}
