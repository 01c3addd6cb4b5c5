import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type TemplateContent, type TemplateDraft } from './template-content.js';

/** For whom an agency asks. */
export interface ForClient {
  readonly clientId: string | null;
  readonly clientName: string | null;
}

/** A version that is written still. */
export interface DraftVersion extends ForClient {
  readonly id: string;
  readonly version: number;
  readonly revision: number;
  readonly content: TemplateDraft;
  readonly savedAt: Date;
}

/** A version that people are invited with; it never changes again. */
export interface PublishedVersion extends ForClient {
  readonly id: string;
  readonly templateId: string;
  readonly organisationId: string;
  readonly version: number;
  readonly content: TemplateContent;
  readonly publishedAt: Date;
}

export interface VersionLine {
  readonly id: string;
  readonly version: number;
  readonly publishedAt: Date;
}

const CLIENT = 'v.client_id as "clientId", v.client_name as "clientName"';
const PUBLISHED = `select v.id, v.template_id as "templateId", t.organisation_id as "organisationId", v.version, v.content, v.published_at as "publishedAt", ${CLIENT}
  from recruiters.template_version v join recruiters.template t on t.id = v.template_id`;

// The column wants a name for the list, before somebody has thought of one.
const UNNAMED = 'A job without a title';

/** Statements about the versions of templates; whose they are is asked before. */
@Injectable()
export class TemplateVersionRepository {
  async findDraft(tx: Tx, templateId: string): Promise<DraftVersion | null> {
    const [row] = await tx.query<DraftVersion[]>(
      `select v.id, v.version, v.revision, v.content, v.saved_at as "savedAt", ${CLIENT} from recruiters.template_version v where v.template_id = $1 and v.published_at is null`, [templateId]);
    return row ?? null;
  }

  async findNewest(tx: Tx, templateId: string): Promise<PublishedVersion | null> {
    const [row] = await tx.query<PublishedVersion[]>(`${PUBLISHED} where v.template_id = $1 and v.published_at is not null order by v.version desc limit 1`, [templateId]);
    return row ?? null;
  }

  async findPublished(tx: Tx, id: string): Promise<PublishedVersion | null> {
    const [row] = await tx.query<PublishedVersion[]>(`${PUBLISHED} where v.id = $1 and v.published_at is not null`, [id]);
    return row ?? null;
  }

  /** Those that were published, the newest first. */
  listPublished(tx: Tx, templateId: string): Promise<VersionLine[]> {
    return tx.query('select id, version, published_at as "publishedAt" from recruiters.template_version where template_id = $1 and published_at is not null order by version desc', [templateId]);
  }

  async add(tx: Tx, { id, templateId, version, content, clientId, clientName }: Pick<DraftVersion, 'id' | 'version' | 'content'> & ForClient & { templateId: string }): Promise<void> {
    await tx.query(
      'insert into recruiters.template_version (id, template_id, version, job_title, content, client_id, client_name) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, templateId, version, titleOf(content), JSON.stringify(content), clientId, clientName],
    );
  }

  async save(tx: Tx, id: string, { content, clientId, clientName }: Pick<DraftVersion, 'content'> & ForClient): Promise<void> {
    await tx.query(
      `update recruiters.template_version set job_title = $2, content = $3, client_id = $4, client_name = $5, revision = revision + 1, saved_at = clock.now() where id = $1`,
      [id, titleOf(content), JSON.stringify(content), clientId, clientName],
    );
  }

  async publish(tx: Tx, id: string, content: TemplateContent): Promise<void> {
    await tx.query('update recruiters.template_version set job_title = $2, content = $3, published_at = clock.now() where id = $1', [id, content.jobTitle, JSON.stringify(content)]);
  }

  async delete(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from recruiters.template_version where id = $1 and published_at is null', [id]);
  }
}

const titleOf = ({ jobTitle }: TemplateDraft): string => jobTitle.trim() || UNNAMED;
