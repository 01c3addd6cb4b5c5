import { z } from 'zod';
import { InvitedReport } from '../../interviews/index.js';
import { recommendations } from './scorecard.js';

const moment = z.string().meta({ format: 'date-time' });
const noNul = (text: string): boolean => !text.includes('\0');
const NO_NUL = 'Remove the character that cannot be stored (NUL).';
const words = (most: number) => z.string().trim().max(most, `Use at most ${most.toLocaleString('en')} characters.`).refine(noNul, NO_NUL);
const recommendation = z.enum(recommendations);

const markShape = z.strictObject({ position: z.number().int().min(1).max(1_000), mark: z.number('Give a mark from 1 to 5.').int().min(1).max(5), note: words(2_000).default('') });
const marks = z.array(markShape).max(100).refine((all) => new Set(all.map(({ position }) => position)).size === all.length, 'Give each answer one mark.');

export const draftBody = z.strictObject({ marks, recommendation: recommendation.nullable(), summary: words(5_000).default('') });
export const submissionBody = draftBody.extend({ recommendation: z.enum(recommendations, 'Choose what you recommend.') });
export const overrideBody = z.strictObject({
  /** 0 to 10 with at most two places: `'6.5'`. */
  overall: z.string().trim().regex(/^(10(\.0{1,2})?|\d(\.\d{1,2})?)$/, 'Enter a score from 0 to 10, with two places at most.'),
  reason: words(2_000).pipe(z.string().min(20, 'Say why, in 20 characters or more. Both scores stay.')),
});

const report = InvitedReport.shape;
const answer = report.answers.element.shape;

/** What a reader sees of an answer whatever they have rated. */
const blindAnswer = z.object({
  position: answer.position, question: answer.question, questionId: answer.questionId, kind: answer.kind, competencies: answer.competencies, expected: answer.expected, anchors: answer.anchors,
  text: answer.text, given: answer.given, followUp: answer.followUp, facts: answer.facts,
});

/** What the evaluator said: the same that the candidate's own report says. */
const evaluationShape = z.object({
  state: report.state, scoredAt: report.scoredAt, evaluator: report.evaluator, rubric: report.rubric, second: report.second, review: report.review, overall: report.overall, competencies: report.competencies,
  answers: z.array(z.object({ position: answer.position, state: answer.state, message: answer.message, shown: answer.shown, criteria: answer.criteria, points: answer.points })),
});

const card = z.object({ version: z.number().int(), marks: z.array(markShape), recommendation: recommendation.nullable(), summary: z.string(), mean: z.string().nullable(), savedAt: moment, submittedAt: moment.nullable() });
const standing = z.object({ shown: z.string(), from: z.enum(['override', 'evaluation', 'people']), outOf: z.union([z.literal(5), z.literal(10)]) });

export const reviewedInterviewView = z
  .object({
    invitationId: z.uuid(),
    templateId: z.uuid(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    jobTitle: z.string(),
    clientName: z.string().nullable(),
    judgedBy: report.judgedBy,
    state: report.state,
    submittedAt: moment,
    /** Until when it can be read. */
    endsAt: moment,
    /** Whether this template keeps the evaluator's scores from whoever has not rated. */
    rateFirst: z.boolean(),
    answers: z.array(blindAnswer),
    /** One's own ratings: the draft, and each version that was submitted, the newest first. */
    mine: z.object({ draft: card.nullable(), submitted: z.array(card) }),
    /** Null until one's own ratings are in, where the template says so; null as well when no program scored it. */
    evaluation: evaluationShape.nullable(),
    /** Whether `evaluation` and `overrides` are kept from the caller until they have rated. */
    isEvaluationHidden: z.boolean(),
    overrides: z.array(z.object({ overall: z.string(), reason: z.string(), insteadOf: z.string().nullable(), author: z.string().nullable(), isYours: z.boolean(), madeAt: moment })).nullable(),
    /** Everybody who rated it; null until one's own ratings are in. */
    colleagues: z.array(z.object({ author: z.string().nullable(), submitted: z.array(card) })).nullable(),
    /** Everybody's ratings together, one's own included; null until one's own are in. `spread`: between the highest and the lowest mean. */
    people: z.object({ mean: z.string(), count: z.number().int(), spread: z.string() }).nullable(),
    /** The score that stands, as far as the caller may see it. */
    standing: standing.nullable(),
  })
  .meta({ id: 'ReviewedInterview' });

export type DraftBody = z.infer<typeof draftBody>;
export type SubmissionBody = z.infer<typeof submissionBody>;
export type OverrideBody = z.infer<typeof overrideBody>;
export type ReviewedInterviewView = z.infer<typeof reviewedInterviewView>;
export type CardView = z.infer<typeof card>;
export type EvaluationView = z.infer<typeof evaluationShape>;
export const standingView = standing;
