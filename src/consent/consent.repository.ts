import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/db/index.js';
import { type Purpose } from '../platform/policy/index.js';

/** A live consent, as its row says. */
export interface GrantRow {
  readonly subjectId: string;
  readonly purpose: Purpose;
  readonly scope: string;
  readonly fields: readonly string[];
  /** Null when it has no end. */
  readonly expiresAt: Date | null;
  readonly noticeVersion: number;
  readonly recordId: string;
  readonly givenAt: Date;
}

/** One act of the ledger. */
export interface RecordRow {
  readonly id: string;
  readonly subjectRef: string;
  readonly version: number;
  readonly purpose: Purpose;
  readonly scope: string;
  readonly fields: readonly string[];
  readonly status: 'given' | 'renewed' | 'withdrawn' | 'expired' | 'terminated' | 'invalidated';
  readonly noticeVersion: number;
  readonly noticeHash: string;
  readonly locale: string;
  readonly wording: string;
  readonly how: How;
  readonly place: string;
  readonly actor: 'subject' | 'system';
  readonly legalBasis: string;
  readonly jurisdiction: string;
  readonly at: Date;
  readonly expiresAt: Date | null;
  readonly previousHash: string;
  readonly hash: string;
}

/** The newest word on a purpose and scope. */
export interface StateRow {
  readonly purpose: Purpose;
  readonly scope: string;
  readonly live: boolean;
  readonly fields: readonly string[];
  readonly givenAt: Date | null;
  readonly expiresAt: Date | null;
  readonly noticeVersion: number;
  readonly recordId: string;
  /** Who was shown something under it, when it is for one alone. */
  readonly recipient: string | null;
  readonly because: EndingAct['status'] | null;
  readonly endedAt: Date | null;
}

export type How = 'switch' | 'button' | 'api' | 'gpc' | 'link' | 'system';

/** What is told of an act; `consent.record` has columns of these names. */
export interface Act {
  readonly id: string;
  readonly event_id: string;
  readonly purpose: Purpose;
  readonly scope: string;
  readonly locale: string;
  readonly wording: string;
  readonly how: How;
  readonly place: string;
  readonly actor: 'subject' | 'system';
  readonly network: string | null;
  readonly agent_hash: string | null;
}

export interface GivingAct extends Act {
  readonly fields: readonly string[];
  readonly notice_version: number;
  readonly notice_hash: string;
  readonly legal_basis: string;
  readonly jurisdiction: string;
  /** ISO 8601, or null when the consent has no end. */
  readonly lasts: string | null;
}

export interface EndingAct extends Act {
  readonly status: 'withdrawn' | 'expired' | 'terminated' | 'invalidated';
}

const GRANT = `subject_id as "subjectId", purpose, scope, fields, nullif(expires_at, 'infinity') as "expiresAt", notice_version as "noticeVersion",
  record_id as "recordId", given_at as "givenAt"`;
const RECORD = `r.id, r.subject_ref as "subjectRef", r.version, r.purpose, r.scope, r.fields, r.status, r.notice_version as "noticeVersion", r.notice_hash as "noticeHash",
  r.locale, r.wording, r.how, r.place, r.actor, r.legal_basis as "legalBasis", r.jurisdiction, r.at, r.expires_at as "expiresAt", r.previous_hash as "previousHash", r.hash`;

/** Who was shown something since the grant `g` was given. */
export const SHOWN_TO = `array(select distinct d.recipient_id from consent.disclosure d where d.subject_id = g.subject_id and d.recipient_kind = 'organisation' and d.at >= g.given_at and d.expires_at > clock.now() order by 1)`;
const RECIPIENT = `(select d.recipient_name from consent.disclosure d where d.subject_id = $1 and d.recipient_id::text = r.scope order by d.at desc limit 1)`;

/** How a consent ended. */
export interface Ending {
  readonly because: EndingAct['status'];
  /** The organisations that were shown something since it was given. */
  readonly shownTo: string[];
}

/** Every statement about grants and the ledger. */
@Injectable()
export class ConsentRepository {
  /**
   * The id of what was written down: this act, or an earlier one with the same event, which is the same act (`isSame`) unless
   * somebody used its event twice. Null when its notice was overtaken, and when the account is closed.
   */
  async give(tx: Tx, subjectId: string, act: GivingAct): Promise<{ id: string; isSame: boolean } | null> {
    const [row] = await tx.query<{ id: string | null; isSame: boolean }[]>(
      `select id, status in ('given', 'renewed') and purpose = $3 and scope = $4 and fields = consent.fields_of($5) as "isSame" from consent.give($1, $2)`,
      [subjectId, JSON.stringify(act), act.purpose, act.scope, act.fields],
    );
    return row?.id ? { id: row.id, isSame: row.isSame } : null;
  }

  /** Whether a consent that was just renewed shows less than the one before it. */
  async isNarrower(tx: Tx, recordId: string): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `select from consent.record r cross join lateral (
           select status, fields from consent.record b where b.subject_ref = r.subject_ref and b.purpose = r.purpose and b.scope = r.scope and b.version < r.version order by b.version desc limit 1) b
        where r.id = $1 and r.status = 'renewed' and not b.fields <@ r.fields`,
      [recordId],
    );
    return rows.length > 0;
  }

  async isClosed(tx: Tx, subjectId: string): Promise<boolean> {
    return (await tx.query<object[]>('select from consent.subject where account_id = $1 and closed_at is not null', [subjectId])).length > 0;
  }

  /** Whether the event of an ending was used before for anything else. */
  async isEventOfAnother(tx: Tx, { subjectId, eventId, purpose, scope = '' }: { subjectId: string; eventId: string; purpose: Purpose; scope?: string }): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `select from consent.record r join consent.subject s on s.ref = r.subject_ref
        where s.account_id = $1 and r.event_id = $2 and not (r.purpose = $3 and r.scope = $4 and r.status not in ('given', 'renewed'))`,
      [subjectId, eventId, purpose, scope],
    );
    return rows.length > 0;
  }

  /** Why a grant that is still there allows nothing any more; null when it lives, and when there is none. */
  async isOver(tx: Tx, subjectId: string, purpose: Purpose, scope: string): Promise<'expired' | 'invalidated' | null> {
    const [row] = await tx.query<{ because: 'expired' | 'invalidated' | null }[]>(
      `select case when expires_at <= clock.now() then 'expired' when consent.is_overtaken(g) then 'invalidated' end as because
         from consent.live_grant g where subject_id = $1 and purpose = $2 and scope = $3`,
      [subjectId, purpose, scope],
    );
    return row?.because ?? null;
  }

  /** Why a consent ended, and who was shown something since it was given; null when there was none to end. All that hung from it is gone when this returns. */
  async end(tx: Tx, subjectId: string, act: EndingAct): Promise<Ending | null> {
    // The grant is read as it was before this statement.
    const [row] = await tx.query<Ending[]>(
      `select e.status as because, ${SHOWN_TO} as "shownTo" from consent.end_grant($1, $2) e
         left join consent.live_grant g on g.subject_id = $1 and g.purpose = e.purpose and g.scope = e.scope where e.id is not null`,
      [subjectId, JSON.stringify(act)],
    );
    return row ?? null;
  }

  /** A live consent, held as it is until the transaction ends. */
  async hold(tx: Tx, subjectId: string, purpose: Purpose, scope: string): Promise<GrantRow | null> {
    const [row] = await tx.query<GrantRow[]>(`select ${GRANT} from consent.hold($1, $2, $3)`, [subjectId, purpose, scope]);
    return row ?? null;
  }

  /** Every consent of a person that lives. */
  live(tx: Tx, subjectId: string): Promise<GrantRow[]> {
    return tx.query<GrantRow[]>(
      `select ${GRANT} from consent.live_grant g where subject_id = $1 and expires_at > clock.now() and not consent.is_overtaken(g) order by purpose, scope`,
      [subjectId],
    );
  }

  /** Who allows a purpose that is for nobody in particular. */
  async whoAllow(tx: Tx, purpose: Purpose): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select subject_id as id from consent.live_grant g where purpose = $1 and scope = '' and expires_at > clock.now() and not consent.is_overtaken(g)`,
      [purpose],
    );
    return rows.map(({ id }) => id);
  }

  /** Every purpose and scope a person ever decided on, as it stands at this second. */
  states(tx: Tx, subjectId: string): Promise<StateRow[]> {
    return tx.query<StateRow[]>(
      `with last as (
         select distinct on (r.purpose, r.scope) r.*, g.given_at,
           case when g.expires_at <= clock.now() then 'expired' when consent.is_overtaken(g) then 'invalidated' when g.subject_id is null then r.status end as because,
           case when g.expires_at <= clock.now() then g.expires_at when consent.is_overtaken(g) then clock.now() when g.subject_id is null then r.at end as ended_at
         from consent.record r join consent.subject s on s.ref = r.subject_ref
         left join consent.live_grant g on g.subject_id = s.account_id and g.purpose = r.purpose and g.scope = r.scope
         where s.account_id = $1 order by r.purpose, r.scope, r.version desc)
       select purpose, scope, because is null as live, fields, given_at as "givenAt", case when because is null then expires_at end as "expiresAt", notice_version as "noticeVersion",
         id as "recordId", because, ended_at as "endedAt", ${RECIPIENT} as recipient from last r order by purpose, scope`,
      [subjectId],
    );
  }

  /** Ends as many consents whose time is over, whose notice was overtaken, or that keep what is not kept any more (`unasked`): these. */
  endDue(tx: Tx, limit: number, unasked: readonly Purpose[]): Promise<(Ending & { subjectId: string; purpose: Purpose; scope: string })[]> {
    // People come in one order, so that two who do this at once never wait for each other in a circle.
    return tx.query(
      `with asked_anew as (select purpose, max(version) as version from consent.notice where material group by purpose),
       due as materialized (
         select subject_id, purpose, scope, given_at, 'expired' as because from consent.live_grant where expires_at <= clock.now()
         union all
         select l.subject_id, l.purpose, l.scope, l.given_at, 'invalidated' from asked_anew a join consent.live_grant l on l.purpose = a.purpose and l.notice_version < a.version where l.expires_at > clock.now()
         union all
         select subject_id, purpose, scope, given_at, 'terminated' from consent.live_grant where purpose = any ($2) and expires_at > clock.now()
         order by subject_id, purpose, scope limit $1)
       select g.subject_id as "subjectId", e.purpose, e.scope, e.status as because, ${SHOWN_TO} as "shownTo" from due g
       cross join lateral consent.end_grant(g.subject_id, jsonb_build_object(
        'event_id', gen_random_uuid(), 'purpose', g.purpose, 'scope', g.scope, 'status', g.because,
        'locale', 'en', 'wording', '', 'how', 'system', 'place', 'consent.sweep', 'actor', 'system')) e
       where e.id is not null`,
      [limit, unasked],
    );
  }

  /** Grants that end within a while (ISO 8601) and whose people were not told yet; they count as told. */
  announceEnds(tx: Tx, within: string): Promise<{ subjectId: string; purpose: Purpose; scope: string; expiresAt: Date }[]> {
    return tx.query(`select subject_id as "subjectId", purpose, scope, expires_at as "expiresAt" from consent.announce_ends($1)`, [within]);
  }

  /** What a person allowed and took back, the newest first; before a version when one is given. */
  history(tx: Tx, subjectId: string, before: number | null, limit: number): Promise<(RecordRow & { recipient: string | null })[]> {
    return tx.query(
      `select ${RECORD}, ${RECIPIENT} as recipient from consent.record r join consent.subject s on s.ref = r.subject_ref
        where s.account_id = $1 and ($2::int is null or r.version < $2) order by r.version desc limit $3`,
      [subjectId, before, limit],
    );
  }

  /** For whom consents of a purpose ended by themselves on the day (UTC) of a moment. */
  async scopesEnded(tx: Tx, subjectId: string, purpose: Purpose, on: Date): Promise<string[]> {
    const rows = await tx.query<{ scope: string }[]>(
      `select distinct r.scope from consent.record r join consent.subject s on s.ref = r.subject_ref
        where s.account_id = $1 and r.purpose = $2 and r.status in ('expired', 'invalidated') and (r.at at time zone 'UTC')::date = ($3::timestamptz at time zone 'UTC')::date`,
      [subjectId, purpose, on],
    );
    return rows.map(({ scope }) => scope);
  }

  async findMine(tx: Tx, subjectId: string, recordId: string): Promise<RecordRow | null> {
    const [row] = await tx.query<RecordRow[]>(
      `select ${RECORD} from consent.record r join consent.subject s on s.ref = r.subject_ref where s.account_id = $1 and r.id = $2`,
      [subjectId, recordId],
    );
    return row ?? null;
  }

  /** The pseudonym of a person in the registers; null for somebody who never allowed anything. */
  async refOf(tx: Tx, subjectId: string): Promise<string | null> {
    const [row] = await tx.query<{ ref: string }[]>('select ref from consent.subject where account_id = $1', [subjectId]);
    return row?.ref ?? null;
  }

  /** Lets go of records before that moment (at least 90 days back), and of disclosures whose period is over. */
  async prune(tx: Tx, before: Date): Promise<number> {
    const [row] = await tx.query<{ removed: string }[]>('select consent.prune($1) as removed', [before]);
    return Number(row?.removed ?? 0);
  }
}
