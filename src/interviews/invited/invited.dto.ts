import { z } from 'zod';
import { interviewStates, judges } from '../interview.entity.js';
import { judgedAnswer, reportView } from '../interviews.dto.js';

const count = z.number().int();
const { roleTitle, levelTitle, submittedAt, scoredAt, evaluator, rubric, second, review, overall, competencies } = reportView.shape;

/** What was noticed around an answer. No evaluator ever learns of it. */
const answerFacts = z.object({
  /** How often the page was left while this question was open. */
  timesLeft: count,
  pastes: count,
  pastedCharacters: count,
  /** How often it was spoken again after the first time. */
  retakes: count,
  /** How many others who were asked the same had handed in this very recording before. */
  sameRecording: count,
  /** How many others had handed in nearly the same words before, and the greatest share of what both say in what either says. */
  sameWords: z.object({ others: count, share: z.number() }).nullable(),
});

/** An invited interview as the organisation reads it that was allowed to. Scores are null, and `points` empty, as long as nothing is scored. */
export const InvitedReport = z
  .object({
    interviewId: z.uuid(),
    roleTitle, levelTitle,
    state: z.enum(interviewStates),
    judgedBy: z.enum(judges),
    submittedAt, scoredAt, evaluator, rubric, second, review, overall, competencies,
    answers: z.array(
      judgedAnswer.omit({ attempts: true, advice: true, modelOutline: true }).extend({
        /** The bank's id, or that of the organisation's own question. */
        questionId: z.string(),
        competencies: z.array(z.object({ id: z.string(), title: z.string() })),
        /** What a good answer says; empty, as are the anchors, for a question that has left the bank. */
        expected: z.array(z.string()),
        /** What an answer of 1, 3 and 5 looks like. */
        anchors: z.object({ 1: z.string(), 3: z.string(), 5: z.string() }).nullable(),
        facts: answerFacts,
      }),
    ),
  })
  .meta({ id: 'InvitedReport' });
export type InvitedReport = z.infer<typeof InvitedReport>;
export type AnswerFacts = InvitedReport['answers'][number]['facts'];

const times = z.number().int().min(0).max(10_000);

export const notesBody = z.strictObject({
  /** Made by the page when it is opened: whatever is counted is counted since then. */
  visit: z.uuid(),
  notes: z
    .array(z.strictObject({ position: z.number().int().min(1).max(1_000), timesLeft: times, pastes: times, pastedCharacters: z.number().int().min(0).max(10_000_000) }))
    .max(200),
});
export type NotesBody = z.infer<typeof notesBody>;
export type RoomNote = NotesBody['notes'][number];
