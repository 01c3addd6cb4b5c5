import { Injectable } from '@nestjs/common';
import { InterviewMaterial } from '../../interviews/index.js';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type Seat } from '../organisations/seats.js';
import { type ForClient, type DraftVersion, type PublishedVersion, TemplateVersionRepository, type VersionLine } from './template-version.repository.js';
import { emptyDraft, MOST, type TemplateDraft } from './template-content.js';
import { clientOf } from './template-client.js';
import { type Template, type TemplateLine, TemplateRepository } from './template.repository.js';
import { archived, notPublished, templatesFull } from './templates.errors.js';

const PAGE = 50;

/** A template with all that is known of it. One of the two is there always. */
export interface WholeTemplate {
  readonly template: Template;
  readonly draft: DraftVersion | null;
  readonly published: PublishedVersion | null;
  readonly versions: readonly VersionLine[];
}

/** The interviews an organisation asks people to: what is asked, and how. Its recruiters share them. */
@Injectable()
export class Templates {
  constructor(
    private readonly templates: TemplateRepository,
    private readonly versions: TemplateVersionRepository,
    private readonly material: InterviewMaterial,
    private readonly policy: Policy,
  ) {}

  async page(tx: Tx, { organisationId }: Seat, { archived: isArchived, after }: { archived: boolean; after: string | null }): Promise<{ templates: TemplateLine[]; next: string | null }> {
    const found = await this.templates.list(tx, organisationId, { archived: isArchived, after, limit: PAGE + 1 });
    const templates = found.slice(0, PAGE);
    return { templates, next: found.length > PAGE ? (templates.at(-1)?.id ?? null) : null };
  }

  /** 404 for another organisation's. */
  async read(tx: Tx, { organisationId }: Seat, id: string): Promise<WholeTemplate> {
    const template = await this.templates.getMine(tx, organisationId, id);
    return { template, draft: await this.versions.findDraft(tx, id), published: await this.versions.findNewest(tx, id), versions: await this.versions.listPublished(tx, id) };
  }

  /**
   * What somebody may be invited with now: the template, held until `tx` ends, and its newest published version. 404 for
   * another organisation's; AppErrors `recruiters.template_archived`, `recruiters.template_not_published`.
   */
  async published(tx: Tx, { organisationId }: Seat, id: string): Promise<{ template: Template; version: PublishedVersion }> {
    const template = await this.templates.holdMine(tx, organisationId, id);
    if (template.archivedAt) throw archived();
    const version = await this.versions.findNewest(tx, id);
    if (!version) throw notPublished();
    return { template, version };
  }

  /** AppErrors `recruiters.templates_full`, `recruiters.unknown_client`. */
  async create(tx: Tx, seat: Seat, { jobTitle, clientId }: { jobTitle: string; clientId: string | null }): Promise<string> {
    const [first] = this.material.levels();
    return this.add(tx, seat, { content: emptyDraft(jobTitle, first?.id ?? ''), ...clientOf(seat, clientId) });
  }

  /** A draft of its own with what another asks; its own questions are new ones. AppError `recruiters.templates_full`. */
  async copy(tx: Tx, seat: Seat, id: string): Promise<string> {
    const { draft, published } = await this.read(tx, seat, id);
    const from = draft ?? published;
    if (!from) throw notPublished();
    const content: TemplateDraft = {
      ...from.content,
      jobTitle: `${from.content.jobTitle.slice(0, MOST.jobTitle - 7)} (copy)`,
      questions: from.content.questions.map((question) => (question.source === 'own' ? { ...question, id: newId() } : question)),
    };
    return this.add(tx, seat, { content, clientId: from.clientId, clientName: from.clientId && from.clientName });
  }

  /** Nobody is invited with it any more; whoever was goes on. */
  async archive(tx: Tx, { organisationId }: Seat, id: string, isArchived: boolean): Promise<void> {
    await this.templates.holdMine(tx, organisationId, id);
    await this.templates.archive(tx, id, isArchived);
  }

  private async add(tx: Tx, { organisationId, accountId }: Seat, version: { content: TemplateDraft } & ForClient): Promise<string> {
    const most = this.policy.values.limits.templates;
    await this.templates.lockShelf(tx, organisationId);
    if ((await this.templates.count(tx, organisationId)) >= most) throw templatesFull(most);
    const id = newId();
    await this.templates.add(tx, organisationId, id, accountId);
    await this.versions.add(tx, { ...version, id: newId(), templateId: id, version: 1 });
    return id;
  }
}
