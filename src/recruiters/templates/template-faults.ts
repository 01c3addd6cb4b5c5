import { type InterviewMaterial } from '../../interviews/index.js';
import { auditGoodFrom, auditGoodUntil, NOTICE_DAYS_AT_MOST } from './new-york.js';
import { templateContent, type TemplateContent, type TemplateDraft, type TemplateQuestion } from './template-content.js';

/** What keeps a draft from being published: the field, as its path in the content, and what to do. */
export interface Fault {
  readonly field: string;
  readonly says: string;
}

/** What a draft is held against besides itself. */
export interface Surroundings {
  readonly material: Pick<InterviewMaterial, 'competencies' | 'levels' | 'question'>;
  /** The longest spoken answer this place takes, in seconds. */
  readonly answerSeconds: number;
  readonly now: Date;
}

// Measured: a program tells a good answer from a thin one for four of five questions with three wordings a point, for nearly nine of ten with six.
const WORDINGS = { least: 3, fair: 6 };
// With New York's rule on, whoever waits for the program must still have days to answer.
const DAYS_TO_ANSWER = 3;
export const NEW_YORK_DEADLINE_DAYS = NOTICE_DAYS_AT_MOST + DAYS_TO_ANSWER;

/** Everything that is missing, at most one fault for each field; without any, the content is fit to be published. */
export function checked(draft: TemplateDraft, surroundings: Surroundings): { content: TemplateContent; faults: [] } | { content: null; faults: Fault[] } {
  const { data, error } = templateContent.safeParse(draft);
  const shape = (error?.issues ?? []).map(({ path, message }): Fault => ({ field: path.join('.'), says: message }));
  const faults = onceEach([...shape, ...contentFaults(draft, surroundings), ...newYorkFaults(draft, surroundings.now)]);
  return data && faults.length === 0 ? { content: data, faults: [] } : { content: null, faults };
}

function contentFaults({ levelId, competencies, questions, aiScoring }: TemplateDraft, { material, answerSeconds }: Surroundings): Fault[] {
  const known = material.competencies();
  const asked = new Set(questions.flatMap((question) => competenciesOf(question, material)));
  const titleOf = (id: string): string => known.find((competency) => competency.id === id)?.title ?? id;
  const unasked = competencies.filter((id) => !asked.has(id));
  return [
    ...(levelId !== '' && !material.levels().some(({ id }) => id === levelId) ? [{ field: 'levelId', says: 'Choose a level from the list.' }] : []),
    ...(competencies.some((id) => !known.some((competency) => competency.id === id)) ? [{ field: 'competencies', says: 'One of these is no longer in the question bank. Choose another.' }] : []),
    ...(new Set(competencies).size < competencies.length ? [{ field: 'competencies', says: 'Choose each competency once.' }] : []),
    ...(questions.length > 0 && unasked.length > 0 ? [{ field: 'competencies', says: `No question asks about ${unasked.map(titleOf).join(' and ')}. Add one, or take it away.` }] : []),
    ...questions.flatMap((question, index) => questionFaults(question, index, { questions, competencies, material, answerSeconds })),
    // Where people score, nothing looks for them.
    ...(aiScoring ? questions.flatMap(wordingFaults) : []),
  ];
}

function questionFaults(question: TemplateQuestion, index: number, { questions, competencies, material, answerSeconds }: Pick<TemplateDraft, 'questions' | 'competencies'> & Omit<Surroundings, 'now'>): Fault[] {
  const at = (says: string, part = ''): Fault => ({ field: `questions.${index}${part}`, says });
  const faults: Fault[] = [];
  const about = competenciesOf(question, material);
  const named = question.source === 'bank' ? question.questionId : question.id;
  if (question.source === 'bank' && !material.question(named)) faults.push(at('This question is no longer in the bank. Take it away, or write your own.'));
  else if (about.length > 0 && !about.some((id) => competencies.includes(id))) faults.push(at('This question is about none of the competencies you chose. Choose one it is about, or take it away.', question.source === 'own' ? '.competencies' : ''));
  if (question.source === 'own' && about.some((id) => !material.competencies().some((competency) => competency.id === id))) faults.push(at('One of these is no longer in the question bank. Choose another.', '.competencies'));
  if (questions.slice(0, index).some((other) => (other.source === 'bank' ? other.questionId : other.id) === named)) faults.push(at('This question is asked already.'));
  if ((question.answerSeconds ?? 0) > answerSeconds) faults.push(at(`An answer can take ${answerSeconds} seconds at most here.`, '.answerSeconds'));
  return faults;
}

function wordingFaults(question: TemplateQuestion, index: number): Fault[] {
  if (question.source === 'bank') return [];
  return question.points.flatMap(({ synonyms }, at) => (synonyms.length < WORDINGS.least
    ? [{ field: `questions.${index}.points.${at}.synonyms`, says: `Give at least ${WORDINGS.least} wordings that people use for it, better ${WORDINGS.fair}: the program looks for them.` }]
    : []));
}

function newYorkFaults({ newYork, aiScoring, deadlineDays }: TemplateDraft, now: Date): Fault[] {
  // Where people score, the rule asks for nothing.
  if (newYork === null || !aiScoring || newYork.auditDate === '') return [];
  const isFuture = now < auditGoodFrom(newYork.auditDate);
  const isOld = now >= auditGoodUntil(newYork.auditDate);
  return [
    ...(isFuture ? [{ field: 'newYork.auditDate', says: 'This day has not come yet. Give the day on which the audit was finished.' }] : []),
    ...(isOld ? [{ field: 'newYork.auditDate', says: 'This audit is older than a year, so no program may score. Have a new one made, or let people rate the answers.' }] : []),
    ...(deadlineDays < NEW_YORK_DEADLINE_DAYS
      ? [{ field: 'deadlineDays', says: `A program may score only ten business days after the invitation, which is up to ${NOTICE_DAYS_AT_MOST} days. Give at least ${NEW_YORK_DEADLINE_DAYS} days, or let people rate the answers.` }]
      : []),
  ];
}

const competenciesOf = (question: TemplateQuestion, material: Surroundings['material']): readonly string[] =>
  (question.source === 'own' ? question.competencies : (material.question(question.questionId)?.competencies ?? []));

/** The first sentence of a field is the one to begin with. */
const onceEach = (faults: readonly Fault[]): Fault[] => faults.filter(({ field }, index) => faults.findIndex((other) => other.field === field) === index);
