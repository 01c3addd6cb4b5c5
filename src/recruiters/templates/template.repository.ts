import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { SHOWN_STATE } from '../invitations/hidden-people.js';

/** How many invitations stand where, as their list says it. */
export type InvitationCounts = Readonly<Record<string, number>>;

/** A template as a list shows it: by its newest version. */
export interface TemplateLine {
  readonly id: string;
  readonly jobTitle: string;
  readonly clientName: string | null;
  /** The newest published version; null while there is none. */
  readonly version: number | null;
  readonly publishedAt: Date | null;
  readonly hasDraft: boolean;
  readonly changedAt: Date;
  readonly archivedAt: Date | null;
  readonly invitations: InvitationCounts;
}

export interface Template {
  readonly id: string;
  readonly archivedAt: Date | null;
}

/** Statements about the templates of one organisation; another's are not found. */
@Injectable()
export class TemplateRepository {
  /** Until the transaction ends, nobody else counts or adds templates of the organisation. */
  async lockShelf(tx: Tx, organisationId: string): Promise<void> {
    await tx.query('select 1 from recruiters.organisation where id = $1 for no key update', [organisationId]);
  }

  async count(tx: Tx, organisationId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>('select count(*)::int as count from recruiters.template where organisation_id = $1', [organisationId]);
    return row?.count ?? 0;
  }

  /** The newest first. */
  list(tx: Tx, organisationId: string, { archived, after, limit }: { archived: boolean; after: string | null; limit: number }): Promise<TemplateLine[]> {
    return tx.query(
      `select t.id, newest.job_title as "jobTitle", newest.client_name as "clientName", newest.saved_at as "changedAt", newest.published_at is null as "hasDraft",
         published.version, published.published_at as "publishedAt", t.archived_at as "archivedAt",
         (select coalesce(jsonb_object_agg(s.state, s.count), '{}') from (
            select ${SHOWN_STATE} as state, count(*)::int as count from recruiters.invitation i where i.template_id = t.id and i.expires_at > clock.now() group by 1) s) as invitations
       from recruiters.template t
       join lateral (select * from recruiters.template_version v where v.template_id = t.id order by v.version desc limit 1) newest on true
       left join lateral (select v.version, v.published_at from recruiters.template_version v where v.template_id = t.id and v.published_at is not null order by v.version desc limit 1) published on true
       where t.organisation_id = $1 and (t.archived_at is not null) = $2 and ($3::uuid is null or t.id < $3)
       order by t.id desc limit $4`,
      [organisationId, archived, after, limit],
    );
  }

  async add(tx: Tx, organisationId: string, id: string, creatorId: string): Promise<void> {
    await tx.query('insert into recruiters.template (id, organisation_id, created_by) values ($1, $2, $3)', [id, organisationId, creatorId]);
  }

  async getMine(tx: Tx, organisationId: string, id: string): Promise<Template> {
    return this.found(tx, 'select id, archived_at as "archivedAt" from recruiters.template where id = $2 and organisation_id = $1', organisationId, id);
  }

  /** As `getMine`, and whoever else changes it waits until the transaction ends. */
  async holdMine(tx: Tx, organisationId: string, id: string): Promise<Template> {
    return this.found(tx, 'select id, archived_at as "archivedAt" from recruiters.template where id = $2 and organisation_id = $1 for no key update', organisationId, id);
  }

  async archive(tx: Tx, id: string, isArchived: boolean): Promise<void> {
    await tx.query('update recruiters.template set archived_at = case when $2 then coalesce(archived_at, clock.now()) end where id = $1', [id, isArchived]);
  }

  async delete(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from recruiters.template where id = $1', [id]);
  }

  private async found(tx: Tx, sql: string, organisationId: string, id: string): Promise<Template> {
    const [row] = await tx.query<Template[]>(sql, [organisationId, id]);
    if (!row) throw notFound();
    return row;
  }
}
