import { z } from 'zod';
import { QUESTION_KINDS } from '../bank/question.js';

const line = (most: number) => z.string().trim().min(1, 'Write something here.').max(most, `Use at most ${most.toLocaleString('en')} characters.`).refine((text) => !text.includes('\0'), 'Remove the character that cannot be stored (NUL).');
const seconds = z.number().int().min(0).max(3_600);

/** What a good answer says, and other words for it. */
const Point = z.strictObject({ text: line(300), synonyms: z.array(line(200)).max(12) });

/** A question in an organisation's own words, with all that an answer to it is judged by. Times are in seconds. */
export const OwnQuestion = z.strictObject({
  /** Stays the same from one version of a template to the next. */
  id: z.uuid(),
  text: line(1_000),
  kind: z.enum(QUESTION_KINDS),
  /** Ids of the bank. */
  competencies: z.array(z.string().max(100)).min(1, 'Choose at least one competency.').max(5),
  points: z.array(Point).min(2, 'Write at least two points.').max(6),
  /** What an answer of 1, 3 and 5 looks like. */
  anchors: z.strictObject({ 1: line(500), 3: line(500), 5: line(500) }),
  modelAnswers: z.array(line(2_000)).max(3).optional(),
  thinkSeconds: seconds,
  answerSeconds: seconds.min(15, 'Give at least 15 seconds.'),
});
export type OwnQuestion = z.infer<typeof OwnQuestion>;

/** A question that somebody is invited to answer: one of the bank, or one of the organisation's own. Without times of its own, one of the bank has the bank's. */
export const GivenQuestion = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('bank'), questionId: z.string().min(1).max(100), thinkSeconds: seconds.optional(), answerSeconds: seconds.min(15, 'Give at least 15 seconds.').optional() }),
  OwnQuestion.extend({ source: z.literal('own') }),
]);
export type GivenQuestion = z.infer<typeof GivenQuestion>;
