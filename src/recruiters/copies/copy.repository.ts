import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';

/** How a copy was made. */
export type CopyKind = 'csv' | 'pdf';

/** An interview of somebody that others may have copies of. */
export interface CopiedInterview {
  readonly invitationId: string;
  readonly organisationName: string;
  readonly jobTitle: string;
  /** `csv`, `pdf`, `link`. */
  readonly how: readonly string[];
  /** Those to whom a link showed it. */
  readonly clients: readonly string[];
  readonly lastAt: Date;
  /** The invitation is gone: nothing but copies is left to ask for. */
  readonly isOver: boolean;
}

/** Somebody who has a copy: of the organisation, or at a client. */
export interface CopyHolder {
  readonly memberId: string | null;
  readonly clientName: string | null;
  readonly recipientName: string | null;
  readonly recipientEmail: string | null;
  /** `csv`, `pdf`, `link`. */
  readonly how: readonly string[];
}

/**
 * Statements about who has copies of results: those who made a file, and those at a client who opened a link. It outlives the invitation,
 * so that they can be asked to delete them. One line for each of them and each way, however often; each single time stands in the log of
 * disclosures. The address at a client stays with it: a request that goes through somebody else would reach the copy only if they still
 * know whom they wrote to. Nobody is shown it here, it serves that one mail, and it goes with the request.
 */
@Injectable()
export class CopyRepository {
  constructor(private readonly policy: Policy) {}

  async add(tx: Tx, invitationId: string, makerId: string, how: CopyKind): Promise<void> {
    await tx.query(
      `with again as (update recruiters.copy set made_at = clock.now(), expires_at = clock.now() + $5::interval where invitation_id = $2 and maker_id = $3 and how = $4 returning 1)
       insert into recruiters.copy (id, invitation_id, organisation_id, candidate_id, job_title, maker_id, how, expires_at)
       select $1, i.id, i.organisation_id, i.candidate_id, v.job_title, $3, $4, clock.now() + $5::interval
         from recruiters.invitation i join recruiters.template_version v on v.id = i.template_version_id where i.id = $2 and not exists (select from again)`,
      [newId(), invitationId, makerId, how, this.policy.periodOf('copies').iso],
    );
  }

  /** A link has just shown it to whoever got the link. */
  async addShown(tx: Tx, linkId: string, invitationId: string): Promise<void> {
    await tx.query(
      `with link as (select * from recruiters.client_link where id = $3),
         again as (update recruiters.copy c set made_at = clock.now(), expires_at = clock.now() + $4::interval from link l where c.invitation_id = $2 and c.recipient_email = l.recipient_email returning 1)
       insert into recruiters.copy (id, invitation_id, organisation_id, candidate_id, job_title, maker_id, how, client_name, recipient_name, recipient_email, expires_at)
       select $1, i.id, i.organisation_id, i.candidate_id, v.job_title, l.maker_id, 'link', l.client_name, l.recipient_name, l.recipient_email, clock.now() + $4::interval
         from link l join recruiters.invitation i on i.id = $2 join recruiters.template_version v on v.id = i.template_version_id where not exists (select from again)`,
      [newId(), invitationId, linkId, this.policy.periodOf('copies').iso],
    );
  }

  /** What others may have copies of, the last first. */
  listMine(tx: Tx, candidateId: string, limit: number): Promise<CopiedInterview[]> {
    return tx.query(
      `select c.invitation_id as "invitationId", o.name as "organisationName", min(c.job_title) as "jobTitle", array_agg(distinct c.how order by c.how) as how,
         coalesce(array_agg(distinct c.client_name order by c.client_name) filter (where c.client_name is not null), '{}') as clients, max(c.made_at) as "lastAt",
         not exists (select from recruiters.invitation i where i.id = c.invitation_id and i.candidate_id = $1 and i.expires_at > clock.now()) as "isOver"
       from recruiters.copy c join recruiters.organisation o on o.id = c.organisation_id
       where c.candidate_id = $1 and c.expires_at > clock.now() group by c.invitation_id, o.id order by "lastAt" desc, c.invitation_id limit $2`,
      [candidateId, limit],
    );
  }

  /** Those with copies of one interview: whoever made a file and still works there, or else an owner; and whoever opened a link, or else whoever made it. */
  holders(tx: Tx, invitationId: string, organisationId: string): Promise<CopyHolder[]> {
    return tx.query(
      `with owner as (select m.account_id as id from recruiters.member m where m.organisation_id = $2 and 'owner' = any (m.roles) order by m.joined_at, m.account_id limit 1)
       select case when c.recipient_email is null then coalesce(m.account_id, (select id from owner)) end as "memberId", case when c.recipient_email is not null then c.client_name end as "clientName",
         min(c.recipient_name) as "recipientName", c.recipient_email as "recipientEmail", array_agg(distinct c.how order by c.how) as how
       from recruiters.copy c left join recruiters.member m on m.account_id = c.maker_id and m.organisation_id = $2
       where c.invitation_id = $1 and c.organisation_id = $2 and c.expires_at > clock.now() group by 1, 2, 4 order by 2 nulls first, 4, 1`,
      [invitationId, organisationId],
    );
  }

  /** They were asked: from now on they stand in the request. */
  async handOver(tx: Tx, candidateId: string, invitationId: string): Promise<void> {
    await tx.query('delete from recruiters.copy where invitation_id = $2 and candidate_id = $1', [candidateId, invitationId]);
  }

  /** Interviews with copies of people whose account is closed: of one of them, or of anybody. */
  ofTheClosed(tx: Tx, accountId: string | null, limit: number): Promise<{ candidateId: string; invitationId: string }[]> {
    return tx.query(
      `select distinct c.candidate_id as "candidateId", c.invitation_id as "invitationId" from accounts.closed_account a join recruiters.copy c on c.candidate_id = a.account_id
       where ($1::uuid is null or a.account_id = $1) and c.expires_at > clock.now() limit $2`,
      [accountId, limit],
    );
  }

  /** The ids of everything the versions of a template ask about: the columns of its table. */
  async competencies(tx: Tx, templateId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select distinct jsonb_array_elements_text(v.content -> 'competencies') as id from recruiters.template_version v where v.template_id = $1 and v.published_at is not null order by 1`, [templateId]);
    return rows.map(({ id }) => id);
  }
}
