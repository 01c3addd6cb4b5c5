import { z } from 'zod';
import { CRITERIA } from './scoring/rubric.js';

const moment = z.string().meta({ format: 'date-time' });
const titled = z.object({ id: z.string(), title: z.string() });

export const trendView = z
  .object({
    /** The oldest interview first. */
    competencies: z.array(z.object({
      id: z.string(),
      title: z.string(),
      points: z.array(z.object({ interviewId: z.uuid(), submittedAt: moment, shown: z.string(), value: z.number() })),
    })),
    /** What to practise next: the lowest mean over the last `interviews` that asked about it. */
    weakest: z.object({
      id: z.string(), title: z.string(), shown: z.string(), interviews: z.number().int(),
      roleId: z.string(), roleTitle: z.string(), levelId: z.string(), levelTitle: z.string(),
    }).nullable(),
  })
  .meta({ id: 'PracticeTrend' });

export const suggestionView = z
  .object({ suggestion: z.object({ roleId: z.string(), levelId: z.string().nullable(), because: z.string() }).nullable() })
  .meta({ id: 'PracticeSuggestion' });

/** Whose questions fit a role in somebody's own words: the nearest roles, or the general set alone when none is near. */
export const questionSetsView = z
  .object({ sets: z.array(titled.extend({ levels: z.array(titled), competencies: z.array(titled), isGeneral: z.boolean() })) })
  .meta({ id: 'QuestionSets' });

export const hintView = z.object({ hint: z.string().nullable() }).meta({ id: 'Hint' });

export const feedbackView = z
  .object({
    state: z.enum(['scored', 'not_scored']),
    message: z.string().nullable(),
    shown: z.string().nullable(),
    criteria: z.array(z.object({ id: z.enum(CRITERIA), title: z.string(), score: z.number().int(), reason: z.string() })),
    points: z.array(z.object({ id: z.string(), text: z.string(), covered: z.boolean() })),
    advice: z.array(z.string()),
  })
  .meta({ id: 'Feedback' });

export const scoringView = z
  .object({
    rubric: z.object({ id: z.string(), criteria: z.array(z.object({ id: z.enum(CRITERIA), title: z.string(), weight: z.number().int(), asks: z.string() })) }),
    evaluator: z.object({ name: z.string(), version: z.string() }),
    certificateAbove: z.string(),
    guards: z.array(z.object({ id: z.string(), title: z.string(), says: z.string() })),
    limits: z.array(z.object({ id: z.string(), title: z.string(), says: z.string() })),
    calibration: z.object({ questions: z.number().int(), modelAnswers: z.number().int(), thinAnswers: z.number().int(), offPointAnswers: z.number().int(), bands: z.object({ goodAbove: z.string(), thinFrom: z.string(), thinTo: z.string(), offPointBelow: z.string() }) }),
    measured: z.object({
      evaluatorVersion: z.string(), date: z.string(), source: z.string(),
      sets: z.array(z.object({
        set: z.string(), questions: z.number().int(), answers: z.number().int(), references: z.number(), command: z.string(), macroF1: z.number(), macroF1Halves: z.number(), pearson: z.number(),
        passing: z.object({ echo: z.number(), keywords: z.number(), offTopic: z.number(), otherLanguage: z.number(), scrambled: z.number(), plantedNot: z.number() }),
      })),
    }),
    versions: z.array(z.object({ version: z.string(), says: z.string() })),
  })
  .meta({ id: 'ScoringCard' });

export type TrendView = z.infer<typeof trendView>;
export type SuggestionView = z.infer<typeof suggestionView>;
export type QuestionSetsView = z.infer<typeof questionSetsView>;
export type HintView = z.infer<typeof hintView>;
export type FeedbackView = z.infer<typeof feedbackView>;
export type ScoringView = z.infer<typeof scoringView>;
