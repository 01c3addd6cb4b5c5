import { z } from 'zod';

export const QUESTION_KINDS = ['behavioural', 'situational', 'technical', 'motivation'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const Line = z.string().trim().min(1);

/** Samples are as long as a short spoken answer, since the map from overlap to score is fitted to them. */
const Sample = Line.refine((text) => {
  const words = text.split(/\s+/).length;
  return words >= 40 && words <= 90;
}, 'must have 40 to 90 words');

/** What a mark of 1, 3 and 5 looks like, for people who read along. */
const Anchors = z.object({ 1: Line, 3: Line, 5: Line });

/** One thing a good answer says. `text` is an instruction ("check that the fix worked"), since advice repeats it. */
export const ExpectedPoint = z.object({
  id: Id,
  text: Line,
  synonyms: z.array(Line).min(3),
  weight: z.number().int().positive(),
});
export type ExpectedPoint = z.infer<typeof ExpectedPoint>;

export const Question = z.object({
  id: Id,
  version: z.number().int().positive(),
  language: z.literal('en'),
  kind: z.enum(QUESTION_KINDS),
  text: Line,
  competencies: z.array(Id).min(1),
  roles: z.array(Id).min(1),
  levels: z.array(Id).min(1),
  skills: z.array(Line),
  points: z.array(ExpectedPoint).min(4).max(6),
  anchors: Anchors,
  followUps: z.array(Line).min(1),
  modelAnswers: z.array(Sample).min(2),
  weakAnswers: z.object({ thin: z.array(Sample).min(1), offPoint: z.array(Sample).min(1) }),
  modelOutline: z.array(Line).min(3),
  thinkSeconds: z.number().int().positive(),
  answerSeconds: z.number().int().positive(),
});
/** One interview question with everything needed to ask it, judge it and teach it. Times are in seconds. */
export type Question = z.infer<typeof Question>;

export const Role = z.object({
  id: Id,
  title: Line,
  levels: z.array(Id).min(1),
  competencies: z.array(Id).min(1),
});
export type Role = z.infer<typeof Role>;

/** `cues` are words people use when they say that this is what they want to get better at. */
export const Competency = z.object({ id: Id, title: Line, cues: z.array(Line).default([]), anchors: Anchors.optional() });
export type Competency = z.infer<typeof Competency>;

/** The whole bank as plain data, the form in which it travels to a guest's browser. */
export interface BankData {
  readonly roles: readonly Role[];
  readonly competencies: readonly Competency[];
  readonly questions: readonly Question[];
}
