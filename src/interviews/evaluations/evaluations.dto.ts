import { z } from 'zod';
import { CRITERIA } from '../scoring/rubric.js';

const moment = z.string().meta({ format: 'date-time' });
const noNul = (text: string): boolean => !text.includes('\0');
const reason = z.string().max(1000, 'Use at most 1,000 characters.').refine(noNul, 'Remove the character that cannot be stored (NUL).');
/** Of a judge, as `known` has it. */
const key = z.string().max(400).refine(noNul, 'Choose an evaluator from the list.');
const older = z.uuid('This place in the list does not exist. Begin at the top.').optional();
const judge = z.object({ evaluator: z.string(), version: z.string(), rubric: z.string() });
const quote = z.object({ start: z.number().int(), end: z.number().int(), text: z.string() });
const criterion = z.object({ id: z.enum(CRITERIA), title: z.string(), score: z.number().int(), reason: z.string(), quotes: z.array(quote) });

/** An interview without its person: each answer with what one run or two say of it, in the order of `runs`. */
const sideBySide = z.object({
  interviewId: z.uuid(),
  roleTitle: z.string(),
  levelTitle: z.string(),
  submittedAt: moment,
  runs: z.array(judge.extend({ id: z.uuid(), shown: z.string().nullable() })),
  answers: z.array(z.object({
    position: z.number().int(), question: z.string(), kind: z.string(), competencies: z.array(z.string()), text: z.string(), followUp: z.string().nullable(),
    judgements: z.array(z.object({ state: z.enum(['scored', 'skipped', 'not_scored']), message: z.string().nullable(), shown: z.string().nullable(), criteria: z.array(criterion) })),
  })),
});

export const reviewsQuery = z.object({ state: z.enum(['open', 'decided']).default('open'), after: older });
export const reviewsView = z
  .object({
    reviews: z.array(z.object({
      id: z.uuid(), roleTitle: z.string(), levelTitle: z.string(), questions: z.number().int(), askedAt: moment, dueAt: moment, isOverdue: z.boolean(),
      /** One's own is decided by somebody else. */
      isOwn: z.boolean(),
      /** Until when somebody else has it open. */
      heldUntil: moment.nullable(), isHeldByMe: z.boolean(), decidedAt: moment.nullable(),
    })),
    next: z.uuid().nullable(),
  })
  .meta({ id: 'Reviews' });

export const openingBody = z.strictObject({ reason });
export const reviewView = z.object({ id: z.uuid(), dueAt: moment, heldUntil: moment, mark: z.string(), shown: sideBySide }).meta({ id: 'Review' });

export const decisionBody = z.strictObject({
  /** The run the person starts from: one of the two. */
  basedOn: z.uuid('Choose one of the evaluations.'),
  /** Their own integers, where they differ from it. */
  changes: z.array(z.strictObject({ position: z.number().int(), criterion: z.enum(CRITERIA), score: z.number('Enter a whole number.').int('Enter a whole number.').min(0, 'Enter 0 to 100.').max(100, 'Enter 0 to 100.') })).max(500).default([]),
  reason,
});
export const decisionView = z.object({ shown: z.string(), aboveThreshold: z.boolean() }).meta({ id: 'ReviewDecision' });

export const evaluatorsView = z
  .object({
    /** Who can judge here now, the built-in evaluator first. */
    configured: z.array(z.object({ evaluator: z.string(), version: z.string(), builtIn: z.boolean() })),
    /** Who has judged interviews that are still there, the most first. */
    known: z.array(judge.extend({ key: z.string(), interviews: z.number().int() })),
    rubric: z.string(),
  })
  .meta({ id: 'Evaluators' });

export const rescoringBody = z.strictObject({
  /** Who judges once more, by name; null: the stored integers by today's rubric, and nobody is asked. */
  evaluator: z.string().max(200).nullable(),
  /** Of which judge's interviews, by its `key`; left out: of all. */
  of: key.optional(),
  /** One interview alone. */
  interviewId: z.uuid('Enter a whole id, like 0193c2f0-8a3e-7c41-9d25-3f6a1b2c4d5e.').optional(),
});
const rescoring = z.object({
  id: z.uuid(), evaluator: z.string().nullable(), version: z.string().nullable(), rubric: z.string(), askedAt: moment,
  total: z.number().int(), done: z.number().int(), notScored: z.number().int(),
  settled: z.enum(['adopted', 'dropped']).nullable(), settledAt: moment.nullable(),
  /** How many of its runs count now, and how many were left out. */
  counts: z.number().int(), leftOut: z.number().int(),
});
export const rescoringView = rescoring.meta({ id: 'Rescoring' });
export const rescoringsView = z.object({ rescorings: z.array(rescoring) }).meta({ id: 'Rescorings' });

export const comparisonQuery = z.object({ first: key, second: key });
export const comparisonView = z
  .object({
    /** How many interviews both have scored. With fewer than `atLeast` there are no figures: they would speak of single people. */
    interviews: z.number().int(),
    atLeast: z.number().int(),
    figures: z
      .object({
        /** The mean of the second's overall scores minus the first's. */
        meanDifference: z.number(),
        /** Null when one of them gave all the same score. */
        pearson: z.number().nullable(),
        /** Share on the same side of the mark, 0 to 1. */
        sameSide: z.number(),
        mark: z.string(),
        largest: z.array(z.object({ interviewId: z.uuid(), firstRun: z.uuid(), secondRun: z.uuid(), first: z.string(), second: z.string(), difference: z.number(), sameSide: z.boolean() })),
      })
      .nullable(),
  })
  .meta({ id: 'EvaluatorComparison' });

export const readingBody = z.strictObject({ interviewId: z.uuid(), runs: z.array(z.uuid()).min(1).max(2), reason });
export const sideBySideView = sideBySide.meta({ id: 'SideBySide' });

export type ReviewsQuery = z.infer<typeof reviewsQuery>;
export type ReviewsView = z.infer<typeof reviewsView>;
export type ReviewView = z.infer<typeof reviewView>;
export type DecisionBody = z.infer<typeof decisionBody>;
export type DecisionView = z.infer<typeof decisionView>;
export type EvaluatorsView = z.infer<typeof evaluatorsView>;
export type RescoringBody = z.infer<typeof rescoringBody>;
export type RescoringView = z.infer<typeof rescoringView>;
export type RescoringsView = z.infer<typeof rescoringsView>;
export type ComparisonView = z.infer<typeof comparisonView>;
export type ReadingBody = z.infer<typeof readingBody>;
export type SideBySide = z.infer<typeof sideBySide>;
