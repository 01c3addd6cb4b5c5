import { z } from 'zod';
import { Brought } from '../../platform/personal-data/index.js';
import { answerKinds } from '../answer-kinds.js';
import { QUESTION_KINDS } from '../bank/question.js';
import { interviewModes, interviewStates, judges } from '../interview.entity.js';
import { transcriber } from '../recordings/transcriber.dto.js';
import { takeKinds } from '../recordings/recordings.dto.js';
import { CRITERIA, isAbove, readScore } from '../scoring/rubric.js';

const moment = Brought.moment;
const line = z.string().max(300);
const words = z.string().max(100_000);
/** What says something about an answer, a sentence or a few. */
const remark = z.string().max(5_000);
const count = z.number().int().min(0).max(2_000_000_000);
/** An exact score from 0 to 10 as it is stored. */
const score = z.string().max(60).regex(/^\d+\/[1-9]\d*$/, { abort: true }).refine((text) => !isAbove(readScore(text), '10'));
const position = z.number().int().min(1).max(200);
/** What a query over no rows gives. */
const some = <T extends z.ZodType>(shape: T, most: number) => z.array(shape).max(most).nullable().transform((rows) => rows ?? []);

const quote = z.object({ start: count, end: count, text: words });
const criterion = z.object({ score: z.number().int().min(0).max(100), reason: remark, quotes: z.array(quote).max(100) });
const criteria = z.record(z.enum(CRITERIA), criterion);
const judged = {
  message: remark.nullable(),
  criteria: criteria.nullable(),
  points: z.array(z.object({ id: line, text: remark, covered: z.boolean() })).max(100),
  advice: z.array(remark).max(100),
};
const isWhole = ({ state, criteria: all }: { state: string; criteria: object | null }): boolean => (state === 'scored') === (all !== null);

const attempt = z.object({ ...judged, number: z.number().int().min(2).max(100), text: words, state: z.enum(['scored', 'not_scored']), judged_by: line, made_at: moment }).refine(isWhole);
const answerScore = z.object({ ...judged, position, state: z.enum(['scored', 'skipped', 'not_scored']), outline: z.array(remark).max(100), scoredAt: moment }).refine(isWhole);

const take = z.object({
  number: z.number().int().min(1).max(1_000),
  kind: z.enum(takeKinds),
  begunAt: moment,
  thrownAway: z.boolean(),
  durationMs: count.nullable(),
  speech: z.array(z.tuple([count, count])).max(100_000).nullable(),
  timings: z.array(z.object({ from: count, to: count, startMs: count, endMs: count })).max(100_000).nullable(),
  fillers: count.nullable(),
});

const answer = z.object({
  position,
  follows: position.nullable(),
  question: remark,
  /** Null: whoever invited wrote it. */
  questionId: line.nullable(),
  questionVersion: count,
  kind: z.enum(QUESTION_KINDS),
  takesUp: remark.nullable(),
  wordedBy: line.nullable(),
  competencies: z.array(line).max(20),
  thinkSeconds: z.number().int().min(1).max(3_600),
  answerSeconds: z.number().int().min(1).max(3_600),
  answer: words.nullable(),
  answeredBy: z.enum(answerKinds).nullable(),
  writtenDownBy: transcriber.nullable(),
  savedAt: moment.nullable(),
  laterAttempts: some(attempt, 100),
  takes: some(take, 1_000),
});

const evaluation = z.object({
  why: z.enum(['first', 'again', 'second', 'rescore', 'person']),
  state: z.enum(['scored', 'not_scored']),
  evaluator: line,
  evaluatorVersion: line,
  rubric: line,
  overall: score.nullable(),
  counts: z.boolean(),
  reason: words.nullable(),
  begunAt: moment,
  endedAt: moment,
  scores: some(answerScore, 200),
});

/** An interview as the copy of somebody's data holds it. */
const broughtInterview = z.object({
  id: z.uuid(),
  roleId: line, role: line, level: line,
  mode: z.enum(interviewModes),
  answeredBy: z.enum(answerKinds),
  jobDescription: z.string().min(1).max(20_000).nullable(),
  goals: z.string().min(1).max(1_000).nullable(),
  drillOn: line.nullable(),
  state: z.enum(interviewStates),
  overall: score.nullable(),
  withAi: z.boolean(),
  evaluator: line.nullable(), evaluatorVersion: line.nullable(), rubric: line.nullable(),
  invitedBy: z.string().min(1).max(200).nullable(),
  judgedBy: z.enum(judges),
  mayBeAnsweredBy: z.array(z.enum(answerKinds)).min(1),
  retakes: z.number().int().min(0).max(9).nullable(),
  recordingOffered: z.boolean(),
  reportOpensAt: moment.nullable(),
  startedAt: moment, submittedAt: moment.nullable(), scoredAt: moment.nullable(),
  /** Whether its owner wanted it beyond its period. */
  kept: z.boolean(),
  answers: some(answer, 200),
  evaluations: some(evaluation, 100),
});
export type BroughtInterview = z.infer<typeof broughtInterview>;

/** As much as an interview of many long answers, judged many times, comes to. */
const MOST_CHARACTERS = 4_000_000;

/** Whether an interview is longer than any that was taken: its report and its paper would keep whoever serves them busy. */
export function isOverlong(interview: BroughtInterview): boolean {
  return JSON.stringify(interview, (name, value: unknown) => (name === 'takes' ? undefined : value)).length > MOST_CHARACTERS;
}

export const broughtInterviews = z.array(broughtInterview).max(10_000);
