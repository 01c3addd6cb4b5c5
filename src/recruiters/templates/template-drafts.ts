import { Injectable } from '@nestjs/common';
import { InterviewMaterial } from '../../interviews/index.js';
import { newId } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type Seat } from '../organisations/seats.js';
import { clientOf } from './template-client.js';
import { MOST, type TemplateDraft } from './template-content.js';
import { checked, type Fault } from './template-faults.js';
import { type DraftVersion, TemplateVersionRepository } from './template-version.repository.js';
import { TemplateRepository } from './template.repository.js';
import { archived, changedElsewhere, noDraft, notReady, versionsFull } from './templates.errors.js';

const NO_CLIENT: Fault = { field: 'clientId', says: 'This client is no longer one of yours. Choose another, or none.' };

/** The version of a template that is written still: save, publish, begin the next one, throw away. */
@Injectable()
export class TemplateDrafts {
  constructor(
    private readonly templates: TemplateRepository,
    private readonly versions: TemplateVersionRepository,
    private readonly material: InterviewMaterial,
    private readonly audit: AuditLog,
    private readonly policy: Policy,
  ) {}

  /** AppErrors `recruiters.template_changed_elsewhere`, `recruiters.template_has_no_draft`, `recruiters.unknown_client`. */
  async save(tx: Tx, seat: Seat, id: string, { revision, clientId, content }: { revision: number; clientId: string | null; content: TemplateDraft }): Promise<void> {
    const draft = await this.hold(tx, seat, id, revision);
    await this.versions.save(tx, draft.id, { content, ...clientOf(seat, clientId) });
  }

  /** What keeps a draft from being published. */
  faultsOf(draft: DraftVersion, now: Date): Fault[] {
    return [...clientFaults(draft), ...this.check(draft.content, now).faults];
  }

  /** From then on it is what it is. AppErrors as of `save`, `recruiters.template_archived`, and `recruiters.template_not_ready` with each fault beside its field. */
  async publish(tx: Tx, seat: Seat, id: string, revision: number): Promise<void> {
    const draft = await this.hold(tx, seat, id, revision);
    if (draft.isArchived) throw archived();
    const { content, faults } = this.check(draft.content, seat.seenAt);
    const all = [...clientFaults(draft), ...faults];
    if (content === null || all.length > 0) throw notReady(all);
    await this.versions.publish(tx, draft.id, content);
    await this.audit.append(tx, { actor: { kind: 'account', id: seat.accountId }, action: 'recruiters.template_published', subject: { kind: 'template_version', id: draft.id } });
  }

  /** The draft that is there, or one that begins as the newest version. AppError `recruiters.template_versions_full`. */
  async begin(tx: Tx, { organisationId }: Seat, id: string): Promise<void> {
    await this.templates.holdMine(tx, organisationId, id);
    const newest = await this.versions.findNewest(tx, id);
    if (!newest || (await this.versions.findDraft(tx, id))) return;
    if (newest.version >= MOST.versions) throw versionsFull(MOST.versions);
    const { content, clientId, clientName, version } = newest;
    await this.versions.add(tx, { id: newId(), templateId: id, version: version + 1, content, clientId, clientName: clientId && clientName });
  }

  /** A template that was never published goes with it. AppErrors as of `save`. */
  async discard(tx: Tx, seat: Seat, id: string, revision: number): Promise<void> {
    const draft = await this.hold(tx, seat, id, revision);
    await (draft.version === 1 ? this.templates.delete(tx, id) : this.versions.delete(tx, draft.id));
  }

  private check(content: TemplateDraft, now: Date): ReturnType<typeof checked> {
    return checked(content, { material: this.material, answerSeconds: this.policy.values.limits.recording.seconds, now });
  }

  private async hold(tx: Tx, { organisationId }: Seat, id: string, revision: number): Promise<DraftVersion & { isArchived: boolean }> {
    const { archivedAt } = await this.templates.holdMine(tx, organisationId, id);
    const draft = await this.versions.findDraft(tx, id);
    if (!draft) throw noDraft();
    if (draft.revision !== revision) throw changedElsewhere();
    return { ...draft, isArchived: archivedAt !== null };
  }
}

const clientFaults = ({ clientId, clientName }: DraftVersion): Fault[] => (clientId === null && clientName !== null ? [NO_CLIENT] : []);
