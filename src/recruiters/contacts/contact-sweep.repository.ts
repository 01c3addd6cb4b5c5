import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type RequestNews, type SentBy } from './contact-notices.js';

/** Statements about requests whose moment has come, whosever they are. Each takes what nobody else is at work on. */
@Injectable()
export class ContactSweepRepository {
  /** Those to be reminded of now; they count as reminded. Nobody is reminded of what they could not say yes to. */
  async takeForReminder(tx: Tx, count: number): Promise<RequestNews[]> {
    const [rows] = await tx.query<[RequestNews[], number]>(
      `update recruiters.contact_request r set reminded_at = clock.now() from recruiters.organisation o
       where o.id = r.organisation_id and r.id in (
         select d.id from recruiters.contact_request d join recruiters.organisation a on a.id = d.organisation_id and a.state = 'approved'
         where d.state = 'open' and d.reminded_at is null and d.remind_at <= clock.now() and d.ends_at > clock.now()
         order by d.remind_at limit $1 for update of d skip locked)
       returning r.id, r.candidate_id as "candidateId", o.name as "organisationName", o.domain as "organisationDomain", o.domain_verified_at is not null as "isDomainVerified", r.client_name as "clientName", r.job_title as "jobTitle", r.ends_at as "endsAt",
         jsonb_build_object('min', r.pay_min, 'max', r.pay_max, 'currency', r.pay_currency, 'per', r.pay_per) as pay`,
      [count],
    );
    return rows;
  }

  /** Those that nobody answered in time; they count as expired. */
  async takeExpired(tx: Tx, count: number): Promise<SentBy[]> {
    const [rows] = await tx.query<[SentBy[], number]>(
      `update recruiters.contact_request set state = 'expired' where id in (
         select id from recruiters.contact_request where state = 'open' and ends_at <= clock.now() order by ends_at limit $1 for update skip locked)
       returning organisation_id as "organisationId", sender_id as "senderId", job_title as "jobTitle"`,
      [count],
    );
    return rows;
  }

  /** Deletes up to `count` whose time is over; returns how many. */
  async deleteExpired(tx: Tx, count: number): Promise<number> {
    const [rows] = await tx.query<[object[], number]>(
      `delete from recruiters.contact_request where id in (
         select id from recruiters.contact_request where expires_at <= clock.now() order by expires_at limit $1 for update skip locked) returning id`,
      [count],
    );
    return rows.length;
  }
}
