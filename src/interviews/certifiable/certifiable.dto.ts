import { z } from 'zod';

/**
 * Why an interview earns no certificate. `waiting`: it is under way, or being judged. `in_review`: a person decides.
 * `coach`, `drill`: help was there, or it asked about one competency alone. `too_few_questions`: scored ones.
 * `outline_seen`: of a question whose model outline this person had been shown. `typed`: the policy counts what is spoken. `too_old`: handed in longer ago than a certificate is valid.
 */
export const reasons = ['waiting', 'not_scored', 'in_review', 'coach', 'drill', 'too_few_questions', 'not_above', 'outline_seen', 'typed', 'too_old'] as const;
export type Reason = (typeof reasons)[number];

/** Whether an interview earns a certificate. Scores are decimals with two places, cut off, and a third where two would read as the mark. */
export const standing = z.object({
  fit: z.boolean(),
  why: z.array(z.enum(reasons)),
  overall: z.string().nullable(),
  /** The score has to be strictly above it. */
  mark: z.string(),
  /** How many questions are scored, and how many have to be. */
  questions: z.number().int(),
  needed: z.number().int(),
  /** The competency with the lowest score among those that can be practised alone, and where. */
  weakest: z.object({ competencyId: z.string(), title: z.string(), score: z.string(), roleId: z.string(), levelId: z.string() }).nullable(),
  /** The questions whose outline had been seen, in their words. */
  seen: z.array(z.string()),
});
export type Standing = z.infer<typeof standing>;

/** A video that a clip can be made of, and the best part of it in milliseconds. */
export const clipChoice = z.object({
  takeId: z.uuid(),
  position: z.number().int(),
  question: z.string(),
  /** Of the whole answer. */
  score: z.string(),
  durationMs: z.number().int(),
  from: z.number().int(),
  to: z.number().int(),
});
export type ClipChoice = z.infer<typeof clipChoice>;

/** An answer beside the earlier one it is like; `share` of what either says, from 0 to 1. */
export const alikeAnswers = z.object({
  position: z.number().int(),
  question: z.string(),
  answer: z.string(),
  earlier: z.string(),
  /** The earlier one was given by the same person. */
  isOwn: z.boolean(),
  share: z.number(),
});
export type AlikeAnswers = z.infer<typeof alikeAnswers>;

/** The shapes of what `CertifiableInterviews` says, for views that pass it on. */
export const certifiableShapes = { standing, clipChoice, alikeAnswers };

/** How many of the questions for a role have not shown this person their model outline; `needed` of those earn a certificate. */
export const unseenView = z.object({ unseen: z.number().int(), all: z.number().int(), needed: z.number().int() }).meta({ id: 'UnseenQuestions' });
export type UnseenView = z.infer<typeof unseenView>;
