import { Injectable } from '@nestjs/common';
import { deleteEnded, type Tx } from '../../platform/db/index.js';
import { type CopyHolder } from '../copies/copy.repository.js';

/** An interview somebody asks to be deleted. */
export interface Deletable {
  readonly invitationId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly domain: string;
  readonly isDomainVerified: boolean;
  readonly jobTitle: string;
  /** Null when it is its owner's alone, or was deleted before: only copies are left. */
  readonly interviewId: string | null;
}

/** A request with what those who had copies said since. */
export interface Deletion {
  readonly id: string;
  readonly invitationId: string | null;
  readonly organisationName: string;
  readonly jobTitle: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly holders: readonly {
    readonly memberId: string | null;
    readonly clientName: string | null;
    readonly recipientName: string | null;
    readonly how: readonly string[];
    readonly remindedAt: string | null;
    readonly acknowledgedAt: string | null;
  }[];
}

/** One who is asked, behind their token or because they are due to be reminded. */
export interface AskedHolder {
  readonly id: string;
  readonly deletionId: string;
  readonly candidateId: string | null;
  readonly memberId: string | null;
  readonly recipientName: string | null;
  readonly recipientEmail: string | null;
  readonly organisationName: string;
  readonly domain: string;
  readonly isDomainVerified: boolean;
  readonly jobTitle: string;
  readonly how: readonly string[];
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly acknowledgedAt: Date | null;
}

const DELETION = `select d.id, d.invitation_id as "invitationId", o.name as "organisationName", d.job_title as "jobTitle", d.asked_at as "askedAt", d.due_at as "dueAt",
    (select coalesce(jsonb_agg(jsonb_build_object('memberId', r.member_id, 'clientName', r.client_name, 'recipientName', r.recipient_name, 'how', r.how,
       'remindedAt', r.reminded_at, 'acknowledgedAt', r.acknowledged_at) order by r.client_name nulls first, r.id), '[]')
     from recruiters.deletion_recipient r where r.deletion_id = d.id) as holders
  from recruiters.deletion d join recruiters.organisation o on o.id = d.organisation_id`;
const ASKED = `r.id, d.id as "deletionId", d.candidate_id as "candidateId", r.member_id as "memberId", r.recipient_name as "recipientName", r.recipient_email as "recipientEmail", o.name as "organisationName", o.domain,
  o.domain_verified_at is not null as "isDomainVerified", d.job_title as "jobTitle", r.how, d.asked_at as "askedAt", d.due_at as "dueAt", r.acknowledged_at as "acknowledgedAt"`;
const OF_DELETION = 'join recruiters.deletion d on d.id = r.deletion_id join recruiters.organisation o on o.id = d.organisation_id';

/** Statements about interviews that were asked to be deleted, and about who had copies of them. */
@Injectable()
export class DeletionRepository {
  /** What somebody handed in to an organisation; null when there is no such thing. Locked until the transaction ends when nothing else is left to lock. */
  async findMine(tx: Tx, candidateId: string, invitationId: string, locked = false): Promise<Deletable | null> {
    const [row] = await tx.query<Deletable[]>(
      `select i.id as "invitationId", o.id as "organisationId", o.name as "organisationName", o.domain, o.domain_verified_at is not null as "isDomainVerified", v.job_title as "jobTitle", case when i.state <> 'withdrawn' then i.interview_id end as "interviewId"
       from recruiters.invitation i join recruiters.organisation o on o.id = i.organisation_id join recruiters.template_version v on v.id = i.template_version_id
       where i.id = $2 and i.candidate_id = $1 and i.completed_at is not null and i.expires_at > clock.now() ${locked ? 'for update of i' : ''}`,
      [candidateId, invitationId],
    );
    return row ?? null;
  }

  /** What others still have copies of, though its invitation is gone; locked until the transaction ends. */
  async findCopied(tx: Tx, candidateId: string, invitationId: string): Promise<Deletable | null> {
    const [row] = await tx.query<Deletable[]>(
      `select c.invitation_id as "invitationId", o.id as "organisationId", o.name as "organisationName", o.domain, o.domain_verified_at is not null as "isDomainVerified", c.job_title as "jobTitle", null as "interviewId"
       from recruiters.copy c join recruiters.organisation o on o.id = c.organisation_id where c.invitation_id = $2 and c.candidate_id = $1 and c.expires_at > clock.now() order by c.id limit 1 for update of c`,
      [candidateId, invitationId],
    );
    return row ?? null;
  }

  async add(tx: Tx, id: string, { organisationId, invitationId, jobTitle }: Deletable, candidateId: string, { dueWithin, keptFor }: { dueWithin: string; keptFor: string }): Promise<void> {
    await tx.query(
      `insert into recruiters.deletion (id, organisation_id, invitation_id, candidate_id, job_title, due_at, expires_at) values ($1, $2, $3, $4, $5, clock.now() + $6::interval, clock.now() + $7::interval)`,
      [id, organisationId, invitationId, candidateId, jobTitle, dueWithin, keptFor],
    );
  }

  async addHolder(tx: Tx, id: string, deletionId: string, tokenHash: string, { memberId, clientName, recipientName, recipientEmail, how }: CopyHolder): Promise<void> {
    await tx.query(
      'insert into recruiters.deletion_recipient (id, deletion_id, member_id, client_name, recipient_name, recipient_email, how, token_hash) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [id, deletionId, memberId, clientName, recipientName, recipientEmail, how, tokenHash],
    );
  }

  /** The newest first. */
  ofCandidate(tx: Tx, candidateId: string): Promise<Deletion[]> {
    return tx.query(`${DELETION} where d.candidate_id = $1 and d.expires_at > clock.now() order by d.id desc`, [candidateId]);
  }

  /** Those where somebody has not answered first, then the newest. */
  ofOrganisation(tx: Tx, organisationId: string, limit: number): Promise<Deletion[]> {
    return tx.query(
      `${DELETION} where d.organisation_id = $1 and d.expires_at > clock.now()
       order by exists (select from recruiters.deletion_recipient r where r.deletion_id = d.id and r.acknowledged_at is null) desc, d.id desc limit $2`,
      [organisationId, limit],
    );
  }

  async ofInvitation(tx: Tx, candidateId: string, invitationId: string): Promise<Deletion | null> {
    const [row] = await tx.query<Deletion[]>(`${DELETION} where d.candidate_id = $1 and d.invitation_id = $2`, [candidateId, invitationId]);
    return row ?? null;
  }

  /** Whom a token stands for, by the first link or the one of the reminder; nobody changes it until the transaction ends. */
  async lockByToken(tx: Tx, tokenHash: string): Promise<AskedHolder | null> {
    const [row] = await tx.query<AskedHolder[]>(
      `select ${ASKED} from recruiters.deletion_recipient r ${OF_DELETION} where (r.token_hash = $1 or r.reminder_token_hash = $1) and d.expires_at > clock.now() for update of r`, [tokenHash]);
    return row ?? null;
  }

  async acknowledge(tx: Tx, id: string): Promise<void> {
    await tx.query('update recruiters.deletion_recipient set acknowledged_at = coalesce(acknowledged_at, clock.now()), recipient_name = null, recipient_email = null where id = $1', [id]);
  }

  /** Of how many of those who had a copy of one interview nothing was heard yet. */
  async unanswered(tx: Tx, deletionId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>('select count(*)::int as count from recruiters.deletion_recipient where deletion_id = $1 and acknowledged_at is null', [deletionId]);
    return row?.count ?? 0;
  }

  /** Up to `limit` who were asked longer ago than a period and have not answered, locked. */
  lockForReminder(tx: Tx, after: string, limit: number): Promise<AskedHolder[]> {
    return tx.query(
      `select ${ASKED} from recruiters.deletion_recipient r ${OF_DELETION}
       where r.acknowledged_at is null and r.reminded_at is null and d.asked_at <= clock.now() - $1::interval and d.due_at > clock.now() order by d.asked_at limit $2 for update of r skip locked`,
      [after, limit],
    );
  }

  async remind(tx: Tx, id: string, tokenHash: string): Promise<void> {
    await tx.query('update recruiters.deletion_recipient set reminded_at = clock.now(), reminder_token_hash = $2 where id = $1', [id, tokenHash]);
  }

  /** When the time is over, nobody at a client is written to any more. */
  async forgetAddresses(tx: Tx): Promise<void> {
    await tx.query('update recruiters.deletion_recipient r set recipient_name = null, recipient_email = null from recruiters.deletion d where d.id = r.deletion_id and r.recipient_email is not null and d.due_at <= clock.now()');
  }

  async forget(tx: Tx): Promise<void> {
    for (const table of ['recruiters.deletion', 'recruiters.copy']) await deleteEnded(tx, table);
  }

  /** Those who decide for the organisation. */
  async owners(tx: Tx, organisationId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(`select account_id as id from recruiters.member where organisation_id = $1 and 'owner' = any (roles) order by account_id`, [organisationId]);
    return rows.map(({ id }) => id);
  }
}
