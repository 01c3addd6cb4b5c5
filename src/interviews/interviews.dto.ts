import { z } from 'zod';
import { answerKinds } from './answer-kinds.js';
import { QUESTION_KINDS } from './bank/question.js';
import { interviewModes, interviewStates, judges } from './interview.entity.js';
import { recordingShape, takeKinds } from './recordings/recordings.dto.js';
import { givenShape } from './recordings/replay.dto.js';
import { transcriber } from './recordings/transcriber.dto.js';
import { CRITERIA } from './scoring/rubric.js';

const moment = z.string().meta({ format: 'date-time' });
const kind = z.enum(QUESTION_KINDS);
const state = z.enum(interviewStates);
const DESCRIPTION_CHARACTERS = 20_000;
const ROLE_CHARACTERS = 120;
const GOALS_CHARACTERS = 1_000;
const noNul = (text: string): boolean => !text.includes('\0');
const NO_NUL = 'Remove the character that cannot be stored (NUL).';
const words = (most: number) => z.string().max(most, `Use at most ${most.toLocaleString('en')} characters.`).refine(noNul, NO_NUL);
/** When it is deleted; null when its owner keeps it until they delete it. */
const end = moment.nullable();
const titled = z.object({ id: z.string(), title: z.string() });

export const startBody = z.strictObject({
  /** Whose questions are asked: a role of `GET /api/interview-roles`, or `general` (see `GET /api/practice/roles`). */
  roleId: z.string().min(1, 'Choose a role.').max(100),
  /** The role in the candidate's own words, when the list has none of that name. */
  roleTitle: words(ROLE_CHARACTERS).optional(),
  levelId: z.string().min(1, 'Choose a level.').max(100),
  questionCount: z.number('Choose how many questions.').int().min(1).max(100),
  mode: z.enum(interviewModes).default('live'),
  /** What each question begins with: typed, spoken, or spoken with a picture. */
  answerKind: z.enum(answerKinds).default('text'),
  /** The job the interview is for; its skills decide what is asked first. Deleted with the interview. */
  jobDescription: words(DESCRIPTION_CHARACTERS).optional(),
  /** What the candidate wants to get better at: asked about first. Deleted with the interview. */
  goals: words(GOALS_CHARACTERS).optional(),
  /** A drill asks about one competency alone. */
  competencyId: z.string().max(100).optional(),
  /** The candidate's own choice: the provider that `GET /api/policy` names may judge the answers. */
  aiProcessing: z.boolean().default(false),
});

export const answerBody = z.strictObject({
  text: z.string().refine(noNul, NO_NUL),
  baseRevision: z.number().int().min(0),
  kind: z.enum(answerKinds).default('text'),
  /** Who wrote it down. */
  transcriber: transcriber.default('candidate'),
});

export const rolesView = z
  .object({ roles: z.array(titled.extend({ levels: z.array(titled), competencies: z.array(titled) })) })
  .meta({ id: 'InterviewRoles' });

/** Of an interview that somebody was invited to. `ref`: the invitation; null once it has let go of the interview. */
const invitedLine = z.object({
  ref: z.uuid().nullable(),
  /** Who invites. */
  by: z.string(),
  deadlineAt: moment.nullable(),
  /** When the report can be read, as long as it cannot. */
  delayedUntil: moment.nullable(),
});

export const summaryView = z
  .object({
    id: z.uuid(),
    roleTitle: z.string(),
    levelTitle: z.string(),
    state,
    questionCount: z.number().int(),
    answeredCount: z.number().int(),
    /** The first question without an answer; null when all have one. */
    nextPosition: z.number().int().nullable(),
    drill: titled.nullable(),
    invited: invitedLine.nullable(),
    /** The place it was taken at, when that was elsewhere: it can be read here, and counts for nothing. */
    broughtFrom: z.string().nullable(),
    score: z.string().nullable(),
    startedAt: moment,
    submittedAt: moment.nullable(),
    expiresAt: end,
  })
  .meta({ id: 'InterviewSummary' });

export const listView = z.object({ items: z.array(summaryView), next: z.string().nullable() }).meta({ id: 'InterviewList' });

export const interviewView = z
  .object({
    id: z.uuid(),
    roleTitle: z.string(),
    levelTitle: z.string(),
    state,
    mode: z.enum(interviewModes),
    answerKind: z.enum(answerKinds),
    /** How often each question can be spoken again after the first time. */
    retakes: z.number().int(),
    /** Whether what is spoken in this interview is kept: the consents to it that live. */
    keeps: z.object({ audio: z.boolean(), video: z.boolean() }),
    /** Whose questions are asked: the role itself, the nearest one, or everybody's. */
    questionSet: titled,
    jobDescription: z.string().nullable(),
    goals: z.string().nullable(),
    drill: titled.nullable(),
    /** The ways its questions may be answered. */
    answerKinds: z.array(z.enum(answerKinds)),
    /** Whether it can be allowed to keep what is spoken in it. */
    recordingOffered: z.object({ audio: z.boolean(), video: z.boolean() }),
    judgedBy: z.enum(judges),
    invited: invitedLine.nullable(),
    /** The place it was taken at, when that was elsewhere: it can be read here, and counts for nothing. */
    broughtFrom: z.string().nullable(),
    startedAt: moment,
    submittedAt: moment.nullable(),
    /** Whether its owner wants it beyond its period. */
    kept: z.boolean(),
    expiresAt: end,
    questions: z.array(
      z.object({
        position: z.number().int(),
        /** The position of the question that this one follows up; null for a question of the plan. */
        follows: z.number().int().nullable(),
        /** The sentence of the answer that a follow-up takes up, as it was written. */
        takesUp: z.string().nullable(),
        text: z.string(),
        /** The AI that put the question so, as `provider/model`; null for the bank's own words. */
        wordedBy: z.string().nullable(),
        kind,
        competencies: z.array(z.string()),
        thinkSeconds: z.number().int(),
        answerSeconds: z.number().int(),
        answer: z.object({ text: z.string(), revision: z.number().int(), savedAt: moment, kind: z.enum(answerKinds), transcriber }).nullable(),
        /** How often it was spoken, kept or not. */
        takes: z.number().int(),
        retakesLeft: z.number().int(),
        /** The last take that was not thrown away, kept or not: without a text to it the interview cannot be handed in. */
        take: z.object({ takeId: z.uuid(), number: z.number().int(), kind: z.enum(takeKinds) }).nullable(),
        /** What is kept of the last take; null when nothing is. */
        recording: recordingShape.nullable(),
      }),
    ),
    progress: z.object({ scored: z.number().int(), total: z.number().int() }),
  })
  .meta({ id: 'Interview' });

export const savedView = z.object({ position: z.number().int(), revision: z.number().int(), savedAt: moment }).meta({ id: 'SavedAnswer' });

const quote = z.object({ start: z.number().int(), end: z.number().int(), text: z.string() });

const criterion = z.object({ id: z.enum(CRITERIA), title: z.string(), score: z.number().int(), reason: z.string(), quotes: z.array(quote) });
const point = z.object({ id: z.string(), text: z.string(), covered: z.boolean() });

/** A question answered once more after its interview was scored. It never changes the interview's scores. */
export const attemptView = z
  .object({
    number: z.number().int(),
    madeAt: moment,
    text: z.string(),
    state: z.enum(['scored', 'not_scored']),
    message: z.string().nullable(),
    shown: z.string().nullable(),
    criteria: z.array(criterion),
    points: z.array(point),
    advice: z.array(z.string()),
  })
  .meta({ id: 'Attempt' });

export const attemptBody = z.strictObject({ text: z.string().refine(noNul, NO_NUL) });

/** An answer with what is said of it. */
export const judgedAnswer = z.object({
  position: z.number().int(),
  question: z.string(),
  kind,
  /** How it was answered; null when it was not. */
  given: givenShape.nullable(),
  /** What was said to the question and, behind an empty line, to its follow-up: judged as one text. */
  text: z.string(),
  /** `startsAt`: where in `text` the answer to the follow-up begins; null when it has none. */
  followUp: z.object({ question: z.string(), takesUp: z.string().nullable(), startsAt: z.number().int().nullable(), given: givenShape.nullable() }).nullable(),
  state: z.enum(['scored', 'skipped', 'not_scored']),
  message: z.string().nullable(),
  shown: z.string().nullable(),
  criteria: z.array(criterion),
  points: z.array(point),
  advice: z.array(z.string()),
  modelOutline: z.array(z.string()),
  /** Later attempts, the second first: the answer that was handed in is the first, and its score stays. */
  attempts: z.array(attemptView),
});

export const reportView = z
  .object({
    id: z.uuid(),
    roleTitle: z.string(),
    levelTitle: z.string(),
    submittedAt: moment,
    /** Null, as are evaluator and rubric, when people alone judge it. */
    scoredAt: moment.nullable(),
    expiresAt: end,
    judgedBy: z.enum(judges),
    invited: invitedLine.nullable(),
    /** The place it was taken at, when that was elsewhere: it can be read here, and counts for nothing. */
    broughtFrom: z.string().nullable(),
    evaluator: z.object({ name: z.string(), version: z.string(), builtIn: z.boolean() }).nullable(),
    rubric: z.object({ id: z.string() }).nullable(),
    /** A second evaluation, asked for because the first came within a quarter of a point of the mark. It says the same of the mark unless a person is asked. */
    second: z.object({ name: z.string(), version: z.string() }).nullable(),
    /** The two did not agree, or no second could be had: a person decides, or has decided, and says from which of them they began. */
    review: z.object({ dueAt: moment, decidedAt: moment.nullable(), basedOn: z.object({ name: z.string(), version: z.string() }).nullable(), reason: z.string().nullable() }).nullable(),
    /** Null when an answer could not be scored, because leaving it out would raise the rest, and until a person has decided. */
    overall: z.object({ shown: z.string(), aboveThreshold: z.boolean() }).nullable(),
    /** The candidate's goals, with the competencies they speak of; `shown` is null for one that no question was about. */
    goals: z.object({ text: z.string(), about: z.array(titled.extend({ shown: z.string().nullable(), next: z.string() })) }).nullable(),
    competencies: z.array(z.object({ id: z.string(), title: z.string(), shown: z.string(), value: z.number(), anchor: z.string() })),
    answers: z.array(judgedAnswer),
  })
  .meta({ id: 'Report' });

export type StartBody = z.infer<typeof startBody>;
export type AttemptBody = z.infer<typeof attemptBody>;
export type AttemptView = z.infer<typeof attemptView>;
export type AnswerBody = z.infer<typeof answerBody>;
export type RolesView = z.infer<typeof rolesView>;
export type SummaryView = z.infer<typeof summaryView>;
export type ListView = z.infer<typeof listView>;
export type InterviewView = z.infer<typeof interviewView>;
export type SavedView = z.infer<typeof savedView>;
export type ReportView = z.infer<typeof reportView>;
