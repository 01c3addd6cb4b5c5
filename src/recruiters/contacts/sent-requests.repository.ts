import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Seat } from '../organisations/seats.js';
import { type FollowUps, type Offer, type RequestState, type SentRequest } from './contact-request.js';

/** A request with the moments that the policy gives it, as intervals. */
export interface NewRequest extends Offer {
  readonly id: string;
  readonly talentId: string;
  readonly openFor: string;
  readonly remindAfter: string;
  readonly keptFor: string;
}

/** The organisation sees who it is as long as its consent and its listing live, and it is neither hidden nor blocked: all of it in this one join. */
const SENT = `select * from (
  select r.id, l.talent_id as "talentId", r.sender_id as "senderId", r.client_name as "clientName", r.job_title as "jobTitle", r.message, r.refusal,
    jsonb_build_object('min', r.pay_min, 'max', r.pay_max, 'currency', r.pay_currency, 'per', r.pay_per) as pay,
    r.sent_at as "sentAt", r.ends_at as "endsAt", r.answered_at as "answeredAt", r.followed_up_at as "followedUpAt", c.name, c.email,
    case when r.state = 'open' and l.talent_id is null then 'ended'
         when r.state = 'open' and r.ends_at <= clock.now() then 'expired'
         when r.state = 'accepted' and c.candidate_id is null then 'withdrawn' else r.state end as state
  from recruiters.contact_request r
  left join recruiters.talent_listing l on l.talent_id = r.talent_id and l.grant_expires_at > clock.now() and not l.blocked && $2 and (l.hidden_until is null or l.hidden_until <= clock.now())
  left join recruiters.talent_contact c on r.state = 'accepted' and l.talent_id is not null and c.candidate_id = r.candidate_id
    and c.purpose = 'discovery_contact' and c.scope = r.organisation_id::text and c.grant_expires_at > clock.now()
  where r.organisation_id = $1 and r.expires_at > clock.now()) sent`;

/** Statements about the requests of one organisation. */
@Injectable()
export class SentRequestRepository {
  /** Who is behind a listing, which stays until the transaction ends; null when nobody is. */
  async holdCandidate(tx: Tx, talentId: string): Promise<string | null> {
    const [row] = await tx.query<{ candidateId: string }[]>('select candidate_id as "candidateId" from recruiters.talent_listing where talent_id = $1 for key share', [talentId]);
    return row?.candidateId ?? null;
  }

  /** What stands between the organisation and this listing that forbids another request; null when nothing does. Who hid and came back is asked as somebody new. */
  async hindrance(tx: Tx, organisationId: string, { candidateId, talentId }: { candidateId: string; talentId: string }, askAgainAfter: string): Promise<'open' | 'given' | 'lately' | null> {
    const [row] = await tx.query<{ open: boolean; given: boolean; lately: boolean }[]>(
      `select coalesce(bool_or(state = 'open' and ends_at > clock.now()), false) as open,
         coalesce(bool_or(state in ('declined', 'expired', 'open', 'accepted') and coalesce(answered_at, ends_at) > clock.now() - $3::interval), false) as lately,
         exists (select from recruiters.talent_contact where candidate_id = $2 and purpose = 'discovery_contact' and scope = $1::text and grant_expires_at > clock.now()) as given
       from recruiters.contact_request where organisation_id = $1::uuid and talent_id = $4 and expires_at > clock.now()`,
      [organisationId, candidateId, askAgainAfter, talentId],
    );
    if (row?.open) return 'open';
    if (row?.given) return 'given';
    return row?.lately ? 'lately' : null;
  }

  /** A request whose time is over makes room for the next. */
  async add(tx: Tx, seat: Seat, candidateId: string, request: NewRequest): Promise<void> {
    await tx.query(`update recruiters.contact_request set state = 'expired' where organisation_id = $1 and candidate_id = $2 and state = 'open' and ends_at <= clock.now()`, [seat.organisationId, candidateId]);
    const { id, talentId, clientName, jobTitle, pay, message, openFor, remindAfter, keptFor } = request;
    await tx.query(
      `insert into recruiters.contact_request (id, organisation_id, candidate_id, talent_id, sender_id, client_name, job_title, pay_min, pay_max, pay_currency, pay_per, message, sent_at, ends_at, remind_at, expires_at)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, now, now + $13::interval, now + $14::interval, now + $15::interval from clock.now() as now`,
      [id, seat.organisationId, candidateId, talentId, seat.accountId, clientName, jobTitle, pay.min, pay.max, pay.currency, pay.per, message, openFor, remindAfter, keptFor],
    );
  }

  async getMine(tx: Tx, seat: Seat, id: string): Promise<SentRequest> {
    const [row] = await tx.query<SentRequest[]>(`${SENT} where id = $3`, [seat.organisationId, seat.blockTokens, id]);
    if (!row) throw notFound();
    return row;
  }

  /** The newest first, those before `after` when it is given. */
  list(tx: Tx, seat: Seat, { state, talentId, after, count }: { state: RequestState | null; talentId: string | null; after: string | null; count: number }): Promise<SentRequest[]> {
    return tx.query(`${SENT} where ($3::text is null or state = $3) and ($4::uuid is null or "talentId" = $4) and ($5::uuid is null or id < $5) order by id desc limit $6`, [seat.organisationId, seat.blockTokens, state, talentId, after, count]);
  }

  /** False when it was no longer open. */
  async takeBack(tx: Tx, seat: Seat, id: string): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      `update recruiters.contact_request set state = 'taken_back' where id = $2 and organisation_id = $1 and state = 'open' and ends_at > clock.now()`, [seat.organisationId, id]);
    return changed > 0;
  }

  /** False when there is no yes to follow up. */
  async followUp(tx: Tx, seat: Seat, id: string): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      `update recruiters.contact_request set followed_up_at = coalesce(followed_up_at, clock.now()) where id = $2 and organisation_id = $1 and state = 'accepted' and expires_at > clock.now()`, [seat.organisationId, id]);
    return changed > 0;
  }

  /** Counts a yes once the organisation has followed it up, or its time to do so is over. */
  async followUps(tx: Tx, organisationId: string, { within, of }: { within: string; of: string }): Promise<FollowUps> {
    const [row] = await tx.query<FollowUps[]>(
      `select count(*)::int as accepted, count(*) filter (where followed_up_at <= answered_at + $2::interval)::int as "followedUp"
       from recruiters.contact_request where organisation_id = $1 and state = 'accepted' and answered_at > clock.now() - $3::interval
         and (followed_up_at is not null or answered_at <= clock.now() - $2::interval)`,
      [organisationId, within, of],
    );
    return row ?? { accepted: 0, followedUp: 0 };
  }
}
