import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type SentBy } from './contact-notices.js';
import { type ReceivedRequest, type Refusal } from './contact-request.js';

/** Over how long, and how soon after a yes, an organisation is held to its word. ISO 8601 durations. */
export interface FollowUpTerms {
  readonly within: string;
  readonly of: string;
}

/** A request that somebody may say yes to, or said yes to before. */
export interface Acceptable {
  readonly id: string;
  readonly isOpen: boolean;
  readonly organisationName: string;
  readonly organisationDomain: string;
  readonly isDomainVerified: boolean;
  readonly clientName: string | null;
  readonly senderId: string | null;
  readonly jobTitle: string;
}

const RECEIVED = `select r.id, r.organisation_id as "organisationId", o.name as "organisationName", o.domain as "organisationDomain", o.domain_verified_at is not null as "isDomainVerified", o.kind as "organisationKind", r.client_name as "clientName",
    r.job_title as "jobTitle", r.message, r.refusal, jsonb_build_object('min', r.pay_min, 'max', r.pay_max, 'currency', r.pay_currency, 'per', r.pay_per) as pay,
    r.sent_at as "sentAt", r.ends_at as "endsAt", r.answered_at as "answeredAt", r.followed_up_at as "followedUpAt",
    case when r.state = 'open' and r.ends_at <= clock.now() then 'expired'
         when r.state = 'open' and o.state <> 'approved' then 'ended'
         when r.state = 'accepted' and (l.talent_id is null or c.candidate_id is null) then 'withdrawn' else r.state end as state,
    f.counted as "followUps", l.talent_id is not null and o.state = 'approved' and (r.state = 'accepted' or (r.state = 'open' and r.ends_at > clock.now()))
      and not exists (select from recruiters.contact_request n where n.candidate_id = r.candidate_id and n.organisation_id = r.organisation_id and n.talent_id = r.talent_id and n.id > r.id
        and n.expires_at > clock.now() and (n.state = 'accepted' or (n.state = 'open' and n.ends_at > clock.now()))) as "canBeAccepted"
  from recruiters.contact_request r join recruiters.organisation o on o.id = r.organisation_id
  left join recruiters.talent_listing l on l.talent_id = r.talent_id and l.grant_expires_at > clock.now()
  left join recruiters.talent_contact c on c.candidate_id = r.candidate_id and c.purpose = 'discovery_contact' and c.scope = r.organisation_id::text and c.grant_expires_at > clock.now()
  cross join lateral (
    select jsonb_build_object('accepted', count(*), 'followedUp', count(*) filter (where x.followed_up_at <= x.answered_at + $2::interval)) as counted
    from recruiters.contact_request x where x.organisation_id = r.organisation_id and x.state = 'accepted' and x.answered_at > clock.now() - $3::interval
      and (x.followed_up_at is not null or x.answered_at <= clock.now() - $2::interval)) f
  where r.candidate_id = $1 and r.state <> 'taken_back' and r.expires_at > clock.now()`;

/** Statements about the requests that somebody was sent. */
@Injectable()
export class ReceivedRequestRepository {
  /** The newest first, those before `after` when it is given. */
  listMine(tx: Tx, candidateId: string, terms: FollowUpTerms, { after, count }: { after: string | null; count: number }): Promise<ReceivedRequest[]> {
    return tx.query(`${RECEIVED} and ($4::uuid is null or r.id < $4) order by r.id desc limit $5`, [candidateId, terms.within, terms.of, after, count]);
  }

  async getMine(tx: Tx, candidateId: string, id: string, terms: FollowUpTerms): Promise<ReceivedRequest> {
    const [row] = await tx.query<ReceivedRequest[]>(`${RECEIVED} and r.id = $4`, [candidateId, terms.within, terms.of, id]);
    if (!row) throw notFound();
    return row;
  }

  /** The open request of an organisation, or the one accepted last, held until the transaction ends; null when there is neither. */
  async lockAcceptable(tx: Tx, candidateId: string, organisationId: string): Promise<Acceptable | null> {
    const [row] = await tx.query<Acceptable[]>(
      `select r.id, r.state = 'open' as "isOpen", o.name as "organisationName", o.domain as "organisationDomain", o.domain_verified_at is not null as "isDomainVerified", r.client_name as "clientName", r.sender_id as "senderId", r.job_title as "jobTitle"
       from recruiters.contact_request r join recruiters.organisation o on o.id = r.organisation_id
       join recruiters.talent_listing l on l.talent_id = r.talent_id and l.grant_expires_at > clock.now()
       where r.candidate_id = $1 and r.organisation_id::text = $2 and o.state = 'approved' and r.expires_at > clock.now()
         and (r.state = 'accepted' or (r.state = 'open' and r.ends_at > clock.now()))
       order by r.state = 'open' desc, r.id desc limit 1 for update of r`,
      [candidateId, organisationId],
    );
    return row ?? null;
  }

  /** A yes that is said again keeps its day, and the request as long as a new one. */
  async accept(tx: Tx, id: string, keptFor: string): Promise<void> {
    await tx.query(`update recruiters.contact_request set state = 'accepted', answered_at = coalesce(answered_at, clock.now()), expires_at = clock.now() + $2::interval where id = $1`, [id, keptFor]);
  }

  /** Who asked for which job; null when the request was no longer open. */
  async decline(tx: Tx, candidateId: string, id: string, refusal: Refusal | null, keptFor: string): Promise<SentBy | null> {
    const [rows] = await tx.query<[SentBy[], number]>(
      `update recruiters.contact_request set state = 'declined', refusal = $3, answered_at = clock.now(), expires_at = clock.now() + $4::interval
       where candidate_id = $1 and id = $2 and state = 'open' and ends_at > clock.now()
         and exists (select from recruiters.organisation o where o.id = organisation_id and o.state = 'approved') returning organisation_id as "organisationId", sender_id as "senderId", job_title as "jobTitle"`,
      [candidateId, id, refusal, keptFor],
    );
    return rows[0] ?? null;
  }

  /** A no to all that wait for an answer: who asked for which job. */
  async declineAll(tx: Tx, candidateId: string, keptFor: string): Promise<SentBy[]> {
    const [rows] = await tx.query<[SentBy[], number]>(
      `update recruiters.contact_request set state = 'declined', answered_at = clock.now(), expires_at = clock.now() + $2::interval
       where id in (select id from recruiters.contact_request where candidate_id = $1 and state = 'open' and ends_at > clock.now() order by id for update)
       returning organisation_id as "organisationId", sender_id as "senderId", job_title as "jobTitle"`,
      [candidateId, keptFor],
    );
    return rows;
  }

  /** What this person was asked and has not answered, held until the transaction ends. */
  lockOpen(tx: Tx, candidateId: string): Promise<{ id: string; organisationId: string }[]> {
    return tx.query(`select id, organisation_id as "organisationId" from recruiters.contact_request where candidate_id = $1 and state = 'open' order by id for update`, [candidateId]);
  }

  async end(tx: Tx, id: string): Promise<void> {
    await tx.query(`update recruiters.contact_request set state = 'ended' where id = $1 and state = 'open'`, [id]);
  }

  /** Somebody who works for the organisation; null when it has nobody. */
  async anyMember(tx: Tx, organisationId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>('select account_id as id from recruiters.member where organisation_id = $1 order by joined_at limit 1', [organisationId]);
    return row?.id ?? null;
  }

  async isBlocked(tx: Tx, candidateId: string, tokens: readonly string[]): Promise<boolean> {
    const rows = await tx.query<object[]>('select 1 from recruiters.talent_block where candidate_id = $1 and token = any ($2)', [candidateId, tokens]);
    return rows.length > 0;
  }
}
