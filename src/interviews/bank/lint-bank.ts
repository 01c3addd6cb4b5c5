import { QUESTION_KINDS, type Question } from './question.js';
import { type QuestionBank } from './question-bank.js';

/** How much there has to be of everything; texts in characters, times in seconds. */
const LEAST = { questions: 120, ofRole: 12, modelAnswers: 3 } as const;
const LONGEST_TEXT = 300;
const THINK = [10, 120] as const;
const ANSWER = [60, 300] as const;
/** So many words in a row that two samples share are copied from one another. */
const COPIED = 6;
/** Two questions that share this part of their telling words are one question. */
const SAME = 0.8;

/** What is wrong with a bank that fits its schema: one line for each fault, with the question or role it is about. */
export function lintBank(bank: QuestionBank): string[] {
  return [...lintCoverage(bank), ...lintAlike(bank.questions), ...bank.questions.flatMap(lintQuestion)];
}

function lintCoverage(bank: QuestionBank): string[] {
  const few = bank.questions.length < LEAST.questions ? [`the bank has ${bank.questions.length} questions, fewer than ${LEAST.questions}`] : [];
  return [...few, ...bank.roles.flatMap((role) => role.levels.flatMap((level) => {
    const questions = bank.questionsFor(role.id, level);
    const where = `${role.id}, ${level}`;
    const about = (competency: string): number => questions.filter(({ competencies }) => competencies.includes(competency)).length;
    return [
      ...(questions.length < LEAST.ofRole ? [`${where}: has ${questions.length} questions, fewer than ${LEAST.ofRole}`] : []),
      ...QUESTION_KINDS.filter((kind) => !questions.some((question) => question.kind === kind)).map((kind) => `${where}: has no ${kind} question`),
      ...role.competencies.filter((competency) => about(competency) === 0).map((competency) => `${where}: no question is about ${competency}`),
    ];
  }))];
}

function lintAlike(questions: readonly Question[]): string[] {
  const words = questions.map(({ text }) => new Set(text.toLowerCase().match(/[a-z]{4,}/g)));
  return questions.flatMap(({ id }, index) => questions.slice(index + 1).flatMap((other, offset) => {
    const [mine = new Set<string>(), theirs = new Set<string>()] = [words[index], words[index + 1 + offset]];
    const shared = [...mine].filter((word) => theirs.has(word)).length;
    return shared > SAME * Math.min(mine.size, theirs.size) && Math.min(mine.size, theirs.size) > 3 ? [`${id}: asks the same as ${other.id}`] : [];
  }));
}

function lintQuestion(question: Question): string[] {
  const { id, text, roles, points, followUps, modelAnswers, thinkSeconds, answerSeconds } = question;
  const faults = [
    ...(text.length > LONGEST_TEXT ? [`its text has more than ${LONGEST_TEXT} characters`] : []),
    ...(/[.?]$/.test(text) ? [] : ['its text ends in neither a full stop nor a question mark']),
    ...(new Set(roles).size === roles.length ? [] : ['names a role twice']),
    ...followUps.filter((followUp) => !/[.?]$/.test(followUp)).map((followUp) => `no sentence: “${followUp}”`),
    ...points.filter((point) => /^[A-Z]/.test(point.text)).map((point) => `point ${point.id}: begins like a sentence, but advice continues with it`),
    ...points.flatMap((point) => repeated(point.synonyms).map((synonym) => `point ${point.id}: has “${synonym}” twice`)),
    ...(modelAnswers.length < LEAST.modelAnswers ? [`has fewer than ${LEAST.modelAnswers} model answers`] : []),
    ...(within(thinkSeconds, THINK) && within(answerSeconds, ANSWER) ? [] : ['has times that no interview has']),
    ...copiedSamples(question),
  ];
  return faults.map((fault) => `${id}: ${fault}`);
}

function copiedSamples({ modelAnswers, weakAnswers }: Question): string[] {
  const samples = [...modelAnswers, ...weakAnswers.thin, ...weakAnswers.offPoint].map(runsOf);
  return samples.flatMap((runs, index) => samples.slice(index + 1).flatMap((others) => {
    const shared = [...runs].find((run) => others.has(run));
    return shared === undefined ? [] : [`two of its samples share “${shared}”`];
  }));
}

function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
  return new Set(words.slice(COPIED - 1).map((_, index) => words.slice(index, index + COPIED).join(' ')));
}

function repeated(texts: readonly string[]): string[] {
  const lower = texts.map((text) => text.toLowerCase());
  return [...new Set(lower.filter((text, index) => lower.indexOf(text) !== index))];
}

function within(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most;
}
