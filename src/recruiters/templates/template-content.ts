import { z } from 'zod';

export const answerKinds = ['text', 'audio', 'video'] as const;
export const questionKinds = ['behavioural', 'situational', 'technical', 'motivation'] as const;

/** How far a template may go. Texts are counted in characters, times in seconds. */
export const MOST = {
  competencies: 5, questions: 12, points: 6, synonyms: 12, models: 3, versions: 100,
  jobTitle: 120, jobDescription: 20_000, question: 500, point: 200, synonym: 80, anchor: 300, model: 2000,
  retakes: 9, deadlineDays: 60, copyDelayDays: 14, think: 300, answer: 300,
} as const;
export const LEAST = { competencies: 2, points: 2, question: 10, think: 5, answer: 30 } as const;

const short = (most: number) => z.string().max(most, `Use at most ${most.toLocaleString('en')} characters.`).refine((text) => !text.includes('\0'), 'Remove the character that cannot be stored (NUL).');
const written = (most: number, empty: string, least = 1) => short(most).trim().min(least, empty);
const seconds = (least: number, most: number) => z.number('Enter a time.').int('Enter whole seconds.').min(least, `Give at least ${least} seconds.`).max(most, `Give at most ${most} seconds.`);
const days = (least: number, most: number) => z.number('Enter a number of days.').int('Enter whole days.').min(least, `Choose ${least} to ${most} days.`).max(most, `Choose ${least} to ${most} days.`);
const bankId = z.string().max(100);

const think = seconds(LEAST.think, MOST.think);
const answer = seconds(LEAST.answer, MOST.answer);
const bankQuestion = z.strictObject({ source: z.literal('bank'), questionId: bankId, thinkSeconds: think.optional(), answerSeconds: answer.optional() });
const settings = {
  answerKinds: z.array(z.enum(answerKinds)).max(answerKinds.length),
  retakes: z.number().int().min(0, `Choose 0 to ${MOST.retakes}.`).max(MOST.retakes, `Choose 0 to ${MOST.retakes}.`),
  deadlineDays: days(1, MOST.deadlineDays),
  recordingOffered: z.boolean(),
  rateFirst: z.boolean(),
  copyDelayDays: days(0, MOST.copyDelayDays),
  aiScoring: z.boolean(),
};
const page = z.url({ protocol: /^https$/, error: 'Enter a whole address that begins with https://.' }).max(2000, 'Use a shorter address.');
const day = z.iso.date('Enter a day.');

/** What can be kept while somebody still writes: everything may be missing, nothing may be too long. */
export const templateDraft = z.strictObject({
  ...settings,
  jobTitle: short(MOST.jobTitle),
  jobDescription: short(MOST.jobDescription).nullable(),
  levelId: bankId,
  competencies: z.array(bankId).max(MOST.competencies),
  questions: z.array(z.discriminatedUnion('source', [
    bankQuestion,
    z.strictObject({
      source: z.literal('own'),
      id: z.uuid(),
      text: short(MOST.question),
      kind: z.enum(questionKinds),
      competencies: z.array(bankId).max(MOST.competencies),
      points: z.array(z.strictObject({ text: short(MOST.point), synonyms: z.array(short(MOST.synonym)).max(MOST.synonyms) })).max(MOST.points),
      anchors: z.strictObject({ 1: short(MOST.anchor), 3: short(MOST.anchor), 5: short(MOST.anchor) }),
      modelAnswers: z.array(short(MOST.model)).max(MOST.models).optional(),
      thinkSeconds: think,
      answerSeconds: answer,
    }),
  ])).max(MOST.questions),
  newYork: z.strictObject({ auditDate: z.union([day, z.literal('')]), auditUrl: short(2000), dataUrl: short(2000).optional() }).nullable(),
});

const ownQuestion = z.strictObject({
  source: z.literal('own'),
  id: z.uuid(),
  text: written(MOST.question, 'Write the question, in ten characters or more.', LEAST.question),
  kind: z.enum(questionKinds),
  competencies: z.array(bankId).min(1, 'Say which competency it is about.').max(MOST.competencies),
  points: z.array(z.strictObject({
    text: written(MOST.point, 'Write what a good answer says.'),
    synonyms: z.array(written(MOST.synonym, 'Write a wording, or take it away.')).max(MOST.synonyms, `Give at most ${MOST.synonyms} wordings.`),
  })).min(LEAST.points, `Write at least ${LEAST.points} points that a good answer makes.`).max(MOST.points),
  anchors: z.strictObject({ 1: written(MOST.anchor, 'Say what a 1 looks like.'), 3: written(MOST.anchor, 'Say what a 3 looks like.'), 5: written(MOST.anchor, 'Say what a 5 looks like.') }),
  modelAnswers: z.array(written(MOST.model, 'Write an example, or take it away.')).max(MOST.models).optional(),
  thinkSeconds: think,
  answerSeconds: answer,
});

/** What a published version asks and how; the same for everybody who is invited with it. */
export const templateContent = z.strictObject({
  ...settings,
  jobTitle: written(MOST.jobTitle, 'Name the job.'),
  jobDescription: written(MOST.jobDescription, 'Describe the job, or leave it out.').nullable(),
  levelId: bankId.min(1, 'Choose a level.'),
  competencies: z.array(bankId).min(LEAST.competencies, `Choose ${LEAST.competencies} to ${MOST.competencies} competencies.`).max(MOST.competencies),
  questions: z.array(z.discriminatedUnion('source', [bankQuestion, ownQuestion])).min(1, 'Ask at least one question.').max(MOST.questions),
  answerKinds: settings.answerKinds.min(1, 'Choose how people may answer.'),
  newYork: z.strictObject({ auditDate: day, auditUrl: page, dataUrl: page.optional() }).nullable(),
});

export type TemplateDraft = z.infer<typeof templateDraft>;
export type TemplateContent = z.infer<typeof templateContent>;
export type TemplateQuestion = TemplateDraft['questions'][number];

/** What a new template begins with: the calmest answer to each question. */
export function emptyDraft(jobTitle: string, levelId: string): TemplateDraft {
  return {
    jobTitle, jobDescription: null, levelId, competencies: [], questions: [],
    answerKinds: ['text', 'audio', 'video'], retakes: 1, deadlineDays: 14, recordingOffered: true,
    rateFirst: true, copyDelayDays: 0, aiScoring: true, newYork: null,
  };
}
