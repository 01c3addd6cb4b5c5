import { Injectable } from '@nestjs/common';
import { deleteEnded, prepared, type Tx } from '../../platform/db/index.js';
import { type Actor } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';

export type Way = 'password' | 'link' | 'provider';

/** A sign-in that is alive, with what its account may do. */
export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly roles: Actor['roles'];
  readonly way: Way;
  readonly stays: boolean;
  readonly awaitsSecondFactor: boolean;
  readonly hasSecondFactor: boolean;
  readonly freshUntil: Date;
  readonly isFresh: boolean;
}

/** A sign-in as its owner sees it. */
export interface SessionLine {
  readonly id: string;
  readonly way: Way;
  readonly browser: string;
  readonly beganAt: Date;
  readonly lastUsedAt: Date;
  readonly endsAt: Date;
  readonly staysSignedIn: boolean;
}

/** When a session ends by itself: $1 and $2 are the idle periods of one that stays and of one that does not. */
const IDLE_END = 's.last_used_at + case when s.stays then $1::interval else $2::interval end';
const IS_LIVE = `s.ends_at > clock.now() and ${IDLE_END} > clock.now()`;

const findLive = (column: 'id' | 'token_hash'): string => prepared(
  `select s.id, s.account_id as "accountId", a.roles, s.way, s.stays, s.awaits_second_factor as "awaitsSecondFactor",
     exists (select from accounts.second_factor f where f.account_id = s.account_id and f.confirmed_at is not null) as "hasSecondFactor",
     s.began_at + $4::interval as "freshUntil", s.began_at + $4::interval > clock.now() as "isFresh",
     s.last_used_at + interval '1 minute' <= clock.now() as "isStale"
   from accounts.session s join accounts.account a on a.id = s.account_id
   where s.${column} = $3 and ${IS_LIVE} and not exists (select from accounts.closed_account c where c.account_id = s.account_id)`);
const FIND_BY_ID = findLive('id');
const FIND_BY_TOKEN = findLive('token_hash');

/** Every statement about sign-ins. */
@Injectable()
export class SessionRepository {
  constructor(private readonly policy: Policy) {}

  /** Finds a live one by the hash of its token or by its id, and notes, to the minute, that it was used. */
  async findLive(tx: Tx, by: { tokenHash: string } | { id: string }): Promise<Session | null> {
    const [statement, key] = 'id' in by ? [FIND_BY_ID, by.id] : [FIND_BY_TOKEN, by.tokenHash];
    const { freshFor } = this.policy.values.sessions;
    const [found] = await tx.query<(Session & { isStale: boolean })[]>(statement, [...this.idle, key, freshFor.iso]);
    if (!found) return null;
    const { isStale, ...session } = found;
    if (isStale) await tx.query('update accounts.session set last_used_at = clock.now() where id = $1', [session.id]);
    return session;
  }

  async insert(tx: Tx, session: { id: string; accountId: string; tokenHash: string; way: Way; browser: string; stays: boolean; awaitsSecondFactor: boolean }): Promise<void> {
    const { untilBrowserCloses, secondStep } = this.policy.values.sessions;
    const usual = session.stays ? this.policy.periodOf('signInSession') : untilBrowserCloses.absolute;
    const lifetime = session.awaitsSecondFactor ? secondStep : usual;
    await tx.query(
      `insert into accounts.session (id, account_id, token_hash, way, browser, stays, awaits_second_factor, ends_at)
       values ($1, $2, $3, $4, $5, $6, $7, clock.now() + $8::interval)`,
      [session.id, session.accountId, session.tokenHash, session.way, session.browser, session.stays, session.awaitsSecondFactor, lifetime.iso],
    );
  }

  async listMine(tx: Tx, accountId: string): Promise<SessionLine[]> {
    return tx.query<SessionLine[]>(
      `select s.id, s.way, s.browser, s.began_at as "beganAt", s.last_used_at as "lastUsedAt", least(s.ends_at, ${IDLE_END}) as "endsAt", s.stays as "staysSignedIn"
       from accounts.session s where s.account_id = $3 and not s.awaits_second_factor and ${IS_LIVE} order by s.last_used_at desc, s.id desc`,
      [...this.idle, accountId],
    );
  }

  /** Under a new id as well, so that bearer tokens of it die. False when there is no such sign-in. */
  async changeToken(tx: Tx, id: string, to: { id: string; tokenHash: string }): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>('update accounts.session set id = $2, token_hash = $3 where id = $1 returning id', [id, to.id, to.tokenHash]);
    return rows.length > 0;
  }

  /** False when there is no such sign-in of this account. */
  async deleteMine(tx: Tx, accountId: string, id: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>('delete from accounts.session where account_id = $1 and id = $2 returning id', [accountId, id]);
    return rows.length > 0;
  }

  async deleteAll(tx: Tx, accountId: string, exceptId: string | null): Promise<void> {
    await tx.query('delete from accounts.session where account_id = $1 and id is distinct from $2::uuid', [accountId, exceptId]);
  }

  async sweep(tx: Tx): Promise<void> {
    await deleteEnded(tx, 'accounts.session', 'ends_at <= clock.now()');
    await deleteEnded(tx, 'accounts.session s', `${IDLE_END} <= clock.now()`, this.idle);
  }

  private get idle(): string[] {
    const { staying, untilBrowserCloses } = this.policy.values.sessions;
    return [staying.idle.iso, untilBrowserCloses.idle.iso];
  }
}
