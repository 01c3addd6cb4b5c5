import { z } from 'zod';
import { adviceKinds } from './advice.js';
import { findingStates, fitPartIds, importances } from './assessment.js';
import { type AssessmentLine, type KeptAssessment } from './assessments.repository.js';

const moment = z.string().meta({ format: 'date-time' });
const named = z.object({ id: z.string(), name: z.string() });
const descriptionLine = z.object({ number: z.number().int(), text: z.string() });

export const assessmentBody = z.strictObject({
  roleId: z.string().min(1, 'Choose a role.').max(100),
  description: z.string().max(100_000, 'Use at most 20,000 characters.').refine((text) => !text.includes('\0'), 'Remove the character that cannot be stored (NUL).').default(''),
});

export const assessmentRolesView = z.object({ roles: z.array(z.object({ id: z.string(), title: z.string() })) }).meta({ id: 'AssessmentRoles' });

const findingView = z
  .object({
    oneOf: z.array(named),
    importance: z.enum(importances),
    weight: z.number().int(),
    state: z.enum(findingStates),
    asked: descriptionLine.nullable(),
    yearsAsked: z.number().int().nullable(),
    seen: named.extend({ line: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'AssessmentFinding' });

export const assessmentView = z
  .object({
    id: z.uuid(),
    roleId: z.string(),
    roleTitle: z.string(),
    madeAt: moment,
    expiresAt: moment.nullable(),
    descriptionText: z.string(),
    description: z.enum(['none', 'no_skills', 'read']),
    fit: z.number().int().min(0).max(100),
    parts: z.array(z.object({ id: z.enum(fitPartIds), title: z.string(), points: z.number(), of: z.number() })),
    reasons: z.array(z.string()),
    findings: z.array(findingView),
    years: z.object({ asked: z.number().int().nullable(), line: descriptionLine.nullable(), found: z.number().nullable() }),
    advice: z.array(z.object({ kind: z.enum(adviceKinds), skillId: z.string().nullable(), text: z.string() })),
  })
  .meta({ id: 'Assessment' });

export const assessmentListView = z
  .object({
    items: z.array(z.object({ id: z.uuid(), roleTitle: z.string(), fit: z.number().int(), hasDescription: z.boolean(), madeAt: moment, expiresAt: moment.nullable() }).meta({ id: 'AssessmentSummary' })),
  })
  .meta({ id: 'AssessmentList' });

export type AssessmentBody = z.infer<typeof assessmentBody>;
export type AssessmentRolesView = z.infer<typeof assessmentRolesView>;
export type AssessmentView = z.infer<typeof assessmentView>;
export type AssessmentListView = z.infer<typeof assessmentListView>;

/** An assessment as its owner sees it. */
export function asView({ result, description, madeAt, expiresAt, ...kept }: KeptAssessment): AssessmentView {
  return structuredClone({ ...kept, ...result, descriptionText: description, madeAt: madeAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null }) as AssessmentView;
}

/** The line of a list. */
export function asLine({ madeAt, expiresAt, ...line }: AssessmentLine): AssessmentListView['items'][number] {
  return { ...line, madeAt: madeAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null };
}
