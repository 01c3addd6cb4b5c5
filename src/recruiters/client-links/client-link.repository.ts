import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { CopyRepository } from '../copies/copy.repository.js';
import { isHidden } from '../invitations/hidden-people.js';

/** A link by which somebody at a client reads results, as the organisation sees it. */
export interface ClientLink {
  readonly id: string;
  readonly clientName: string;
  readonly recipientName: string;
  readonly recipientEmail: string;
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly revokedAt: Date | null;
  /** Whether it shows anything now. */
  readonly isLive: boolean;
  /** The invitations whose results it shows now. */
  readonly shows: readonly string[];
  readonly openings: readonly Date[];
}

export interface NewClientLink {
  readonly id: string;
  readonly organisationId: string;
  readonly templateId: string;
  readonly makerId: string;
  readonly clientName: string;
  readonly recipientName: string;
  readonly recipientEmail: string;
  readonly tokenHash: string;
}

/** What a token opens. */
export interface OpenLink {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly domain: string;
  readonly isDomainVerified: boolean;
  readonly clientName: string;
  readonly recipientName: string;
  readonly jobTitle: string;
  readonly endsAt: Date;
}

export interface ShownResult {
  readonly invitationId: string;
  readonly candidateId: string;
  readonly interviewId: string;
}

const TITLE = '(select v.job_title from recruiters.template_version v where v.template_id = l.template_id and v.published_at is not null order by v.version desc limit 1)';

/** Statements about links for clients. Whom a link shows falls with the consent of that person, or with the results, and is not there while they are hidden. */
@Injectable()
export class ClientLinkRepository {
  constructor(private readonly copies: CopyRepository) {}

  /** The newest first. */
  list(tx: Tx, organisationId: string, templateId: string): Promise<ClientLink[]> {
    return tx.query(
      `select l.id, l.client_name as "clientName", l.recipient_name as "recipientName", l.recipient_email as "recipientEmail", l.made_at as "madeAt", l.ends_at as "endsAt", l.revoked_at as "revokedAt",
         l.revoked_at is null and l.ends_at > clock.now() as "isLive",
         (select coalesce(array_agg(r.invitation_id), '{}') from recruiters.client_link_result r where r.link_id = l.id and r.grant_expires_at > clock.now() and not ${isHidden('r.candidate_id')}) as shows,
         (select coalesce(array_agg(distinct o.opened_at order by o.opened_at desc), '{}') from recruiters.client_link_opening o where o.link_id = l.id) as openings
       from recruiters.client_link l where l.organisation_id = $1 and l.template_id = $2 and l.expires_at > clock.now() order by l.id desc`,
      [organisationId, templateId],
    );
  }

  /** Those of a template whose results can be passed on now, with the client they were invited for. */
  shareable(tx: Tx, organisationId: string, templateId: string): Promise<{ invitationId: string; clientName: string }[]> {
    return tx.query(
      `select i.id as "invitationId", v.client_name as "clientName" from recruiters.invitation i
         join recruiters.report_access a on a.invitation_id = i.id join recruiters.template_version v on v.id = i.template_version_id
         join consent.live_grant g on g.subject_id = a.candidate_id and g.purpose = 'client_sharing' and g.scope = i.id::text and g.expires_at > clock.now()
       where i.organisation_id = $1 and i.template_id = $2 and a.submitted_at is not null and a.ends_at > clock.now() and not ${isHidden('a.candidate_id')} and v.client_name is not null order by i.id`,
      [organisationId, templateId],
    );
  }

  /** Works for a period (ISO 8601) and is kept for another; returns until when it works. */
  async add(tx: Tx, link: NewClientLink, worksFor: string, keptFor: string): Promise<Date> {
    const { id, organisationId, templateId, makerId, clientName, recipientName, recipientEmail, tokenHash } = link;
    const [row] = await tx.query<{ endsAt: Date }[]>(
      `insert into recruiters.client_link (id, organisation_id, template_id, maker_id, client_name, recipient_name, recipient_email, token_hash, ends_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, clock.now() + $9::interval, clock.now() + greatest($9::interval, $10::interval)) returning ends_at as "endsAt"`,
      [id, organisationId, templateId, makerId, clientName, recipientName, recipientEmail, tokenHash, worksFor, keptFor],
    );
    if (!row) throw new Error('An inserted row comes back');
    return row.endsAt;
  }

  /** Puts those of the invitations into a link that may be in it; returns how many they were. */
  async addResults(tx: Tx, { id, organisationId, templateId, clientName }: NewClientLink, invitationIds: readonly string[]): Promise<number> {
    const rows = await tx.query<object[]>(
      `insert into recruiters.client_link_result (link_id, organisation_id, invitation_id, candidate_id, scope, fields, grant_expires_at)
       select $1, a.organisation_id, a.invitation_id, a.candidate_id, g.scope, g.fields, g.expires_at
         from recruiters.report_access a join recruiters.invitation i on i.id = a.invitation_id join recruiters.template_version v on v.id = i.template_version_id
         join consent.live_grant g on g.subject_id = a.candidate_id and g.purpose = 'client_sharing' and g.scope = i.id::text and g.expires_at > clock.now()
       where a.organisation_id = $2 and i.template_id = $3 and v.client_name = $4 and i.id = any ($5::uuid[]) and a.submitted_at is not null and a.ends_at > clock.now() and not ${isHidden('a.candidate_id')} returning 1`,
      [id, organisationId, templateId, clientName, invitationIds],
    );
    return rows.length;
  }

  async revoke(tx: Tx, organisationId: string, id: string): Promise<void> {
    const [rows] = await tx.query<[object[], number]>(
      'update recruiters.client_link set revoked_at = coalesce(revoked_at, clock.now()) where id = $2 and organisation_id = $1 and expires_at > clock.now() returning id', [organisationId, id]);
    if (rows.length === 0) throw notFound();
  }

  /** As `revoke`; false when it is not there, or taken back. */
  async revokeAgain(tx: Tx, organisationId: string, id: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>('update recruiters.client_link set revoked_at = clock.now() where id = $2 and organisation_id = $1 and revoked_at is null and expires_at > clock.now() returning id', [organisationId, id]);
    return rows.length > 0;
  }

  /** The link behind a token; null when it is over, taken back, or of an organisation that may not work here. It cannot be taken back until the transaction ends. */
  async findOpen(tx: Tx, tokenHash: string): Promise<OpenLink | null> {
    const [row] = await tx.query<OpenLink[]>(
      `select l.id, o.id as "organisationId", o.name as "organisationName", o.domain, o.domain_verified_at is not null as "isDomainVerified", l.client_name as "clientName", l.recipient_name as "recipientName",
         ${TITLE} as "jobTitle", l.ends_at as "endsAt"
       from recruiters.client_link l join recruiters.organisation o on o.id = l.organisation_id
       where l.token_hash = $1 and l.revoked_at is null and l.ends_at > clock.now() and o.state = 'approved' for share of l`,
      [tokenHash],
    );
    return row ?? null;
  }

  shown(tx: Tx, linkId: string): Promise<ShownResult[]> {
    return tx.query(
      `select r.invitation_id as "invitationId", r.candidate_id as "candidateId", a.interview_id as "interviewId"
       from recruiters.client_link_result r join recruiters.report_access a using (invitation_id)
       where r.link_id = $1 and r.grant_expires_at > clock.now() and a.submitted_at is not null and a.ends_at > clock.now() and not ${isHidden('a.candidate_id')} order by r.invitation_id`,
      [linkId],
    );
  }

  async noteOpening(tx: Tx, linkId: string, invitationId: string): Promise<void> {
    await tx.query('insert into recruiters.client_link_opening (link_id, invitation_id) values ($1, $2) on conflict do nothing', [linkId, invitationId]);
    await this.copies.addShown(tx, linkId, invitationId);
  }

  /** Deletes up to `limit` links whose period is over; returns how many. */
  async forget(tx: Tx, limit: number): Promise<number> {
    const [rows] = await tx.query<[object[], number]>(
      'delete from recruiters.client_link where id in (select id from recruiters.client_link where expires_at <= clock.now() limit $1 for update skip locked) returning 1', [limit]);
    return rows.length;
  }
}
