import { z } from 'zod';
import { organisationKinds } from '../organisations/seats.js';
import { answerKinds, MOST, questionKinds, templateContent, templateDraft } from './template-content.js';
import { type Fault } from './template-faults.js';
import { type TemplateLine } from './template.repository.js';
import { type WholeTemplate } from './templates.js';

const moment = z.string().meta({ format: 'date-time' });
const clientId = z.uuid('Choose one of your clients.').nullable();
const titled = z.object({ id: z.string(), title: z.string() });
const anchors = z.object({ 1: z.string(), 3: z.string(), 5: z.string() });
const revision = z.number().int().positive();

export const templateBody = z.strictObject({
  jobTitle: z.string().trim().min(1, 'Name the job.').max(MOST.jobTitle, `Use at most ${MOST.jobTitle} characters.`).refine((text) => !text.includes('\0'), 'Remove the character that cannot be stored (NUL).'),
  clientId,
});
/** `revision`: the one that was read; a draft that was saved since is not overwritten. */
export const draftBody = z.strictObject({ revision, clientId, content: templateDraft });
export const publicationBody = z.strictObject({ revision });
export const draftQuery = z.object({ revision: z.coerce.number().int().min(0).default(0) });
export const templatesQuery = z.object({ archived: z.enum(['true', 'false']).optional(), after: z.uuid().optional() });

/** How many invitations stand where; a state without any is left out. */
const invitations = z.record(z.string(), z.number().int());

export const templatesView = z
  .object({
    templates: z.array(z.object({
      id: z.uuid(), jobTitle: z.string(), clientName: z.string().nullable(), version: z.number().int().nullable(), publishedAt: moment.nullable(),
      hasDraft: z.boolean(), changedAt: moment, archivedAt: moment.nullable(), invitations,
    }).meta({ id: 'TemplateLine' })),
    next: z.uuid().nullable(),
  })
  .meta({ id: 'Templates' });

const client = { clientId: z.uuid().nullable(), clientName: z.string().nullable() };

export const templateView = z
  .object({
    id: z.uuid(),
    archivedAt: moment.nullable(),
    /** `faults`: what keeps it from being published, by field; empty when it is ready. */
    draft: z.object({ id: z.uuid(), version: z.number().int(), revision: z.number().int(), savedAt: moment, content: templateDraft, faults: z.array(z.object({ field: z.string(), says: z.string() })), ...client }).nullable(),
    published: z.object({ id: z.uuid(), version: z.number().int(), publishedAt: moment, content: templateContent, ...client }).nullable(),
    versions: z.array(z.object({ id: z.uuid(), version: z.number().int(), publishedAt: moment })),
  })
  .meta({ id: 'Template' });

/** What a template is put together from. */
export const materialView = z
  .object({
    competencies: z.array(titled.extend({ anchors: anchors.nullable() })),
    levels: z.array(titled),
    questions: z.array(z.object({
      id: z.string(), text: z.string(), kind: z.enum(questionKinds), competencies: z.array(z.string()), roles: z.array(z.string()), levels: z.array(z.string()),
      points: z.array(z.string()), anchors, thinkSeconds: z.number().int(), answerSeconds: z.number().int(),
    }).meta({ id: 'BankQuestion' })),
    clients: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'TemplateMaterial' });

export const aiNoticeView = z
  .object({
    /** Of the version of the template. */
    id: z.uuid(),
    version: z.number().int(),
    publishedAt: moment,
    jobTitle: z.string(),
    clientName: z.string().nullable(),
    organisation: z.object({ name: z.string(), kind: z.enum(organisationKinds), domain: z.string(), isDomainVerified: z.boolean() }),
    aiScoring: z.boolean(),
    /** Who scores here, the one that is built in first; `provider` is who is given the answers then. */
    judges: z.array(z.object({ name: z.string(), version: z.string(), provider: z.object({ name: z.string(), region: z.string(), data: z.string(), policyUrl: z.string() }).nullable() })),
    rubric: z.object({ id: z.string(), criteria: z.array(z.object({ title: z.string(), asks: z.string(), weight: z.number().int() })) }),
    competencies: z.array(z.string()),
    answerKinds: z.array(z.enum(answerKinds)),
    newYork: z.object({ businessDays: z.number().int(), auditDate: z.string(), auditUrl: z.string(), dataUrl: z.string().nullable(), isAuditGood: z.boolean() }).nullable(),
    kept: z.array(z.object({ says: z.string(), keep: z.string(), from: z.string() })),
    copyDelayDays: z.number().int(),
    contact: z.object({ name: z.string(), address: z.string() }),
  })
  .meta({ id: 'AiNotice' });

export type TemplateBody = z.infer<typeof templateBody>;
export type DraftBody = z.infer<typeof draftBody>;
export type TemplatesQuery = z.infer<typeof templatesQuery>;
export type TemplatesView = z.infer<typeof templatesView>;
export type TemplateView = z.infer<typeof templateView>;
export type MaterialView = z.infer<typeof materialView>;
export type AiNoticeView = z.infer<typeof aiNoticeView>;

export const asLine = ({ publishedAt, changedAt, archivedAt, ...line }: TemplateLine): TemplatesView['templates'][number] =>
  ({ ...line, invitations: { ...line.invitations }, publishedAt: publishedAt?.toISOString() ?? null, changedAt: changedAt.toISOString(), archivedAt: archivedAt?.toISOString() ?? null });

export function asView({ template, draft, published, versions }: WholeTemplate, faults: readonly Fault[]): TemplateView {
  return {
    id: template.id,
    archivedAt: template.archivedAt?.toISOString() ?? null,
    draft: draft && { ...draft, savedAt: draft.savedAt.toISOString(), faults: [...faults] },
    published: published && { ...published, publishedAt: published.publishedAt.toISOString() },
    versions: versions.map((version) => ({ ...version, publishedAt: version.publishedAt.toISOString() })),
  };
}
