import { type Question } from './question.js';
import { GENERAL, type QuestionBank } from './question-bank.js';

export interface PlanRequest {
  readonly bank: QuestionBank;
  readonly roleId: string;
  readonly level: string;
  readonly count: number;
  /** Skill words of the resume, in any case. */
  readonly skills: readonly string[];
  /** Skill words of the job description and the goals, in any case. */
  readonly wanted: readonly string[];
  /** Competencies the candidate wants to get better at. */
  readonly sought: readonly string[];
  /** Questions this candidate has been asked before, by id, with the moment of the last time in milliseconds. */
  readonly lastAsked: ReadonlyMap<string, number>;
  /** Questions whose model outline this candidate has read: asked last where that tells on the result. */
  readonly shown?: ReadonlySet<string>;
  /** Asks about this competency alone. */
  readonly competencyId: string | null;
  readonly seed: string;
}

/**
 * The questions of one interview in the order they are asked: those whose outline is unknown, of these those never asked first, then those asked longest ago;
 * every competency in turn, those of the goals before the others, kinds mixed, no three of one kind to begin with, those that
 * fit the job description and the resume first. The same request always gives the same plan. Shorter than `count` only when the bank has no more.
 */
export function planQuestions(request: PlanRequest): Question[] {
  const left = poolOf(request);
  const plan: Question[] = [];
  while (plan.length < request.count && left.length > 0) {
    const next = left.reduce((best, question) => (compare(question, best, plan, request) < 0 ? question : best));
    plan.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return plan;
}

/** A drill that its level has too few questions for borrows from the other levels of the role. */
function poolOf(request: PlanRequest): Question[] {
  const { bank, roleId, count, competencyId } = request;
  const asked = askable(request);
  if (competencyId === null) return asked;
  const drill = asked.filter(({ competencies }) => competencies.includes(competencyId));
  if (drill.length >= count) return drill;
  const levels = bank.role(roleId)?.levels ?? [];
  const others = levels.flatMap((other) => bank.questionsFor(roleId, other)).filter(({ competencies }) => competencies.includes(competencyId));
  return [...new Set([...drill, ...others])];
}

/** Whoever practises for a role the bank does not know is also asked what the job description names, whatever role it belongs to. */
function askable({ bank, roleId, level, wanted }: PlanRequest): Question[] {
  const own = bank.questionsFor(roleId, level);
  if (roleId !== GENERAL) return own;
  const named = bank.questions.filter(({ levels, skills }) => levels.includes(level) && shared(skills, wanted) > 0);
  return [...new Set([...own, ...named])];
}

/** A known outline counts most, then seen before, then a competency not asked about yet, another kind after two of one, the goals, balance and fit; the seed decides what is left even. */
function compare(a: Question, b: Question, plan: readonly Question[], request: PlanRequest): number {
  const rank = (question: Question): number[] => [
    request.shown?.has(question.id) ? 1 : 0,
    request.lastAsked.get(question.id) ?? Number.NEGATIVE_INFINITY,
    opening(question, plan, request) === 2 ? 1 : 0,
    monotony(question, plan),
    opening(question, plan, request),
    crowding(question, plan) - fit(question, request) - seeking(question, request),
    fraction(`${request.seed}/${question.id}`),
  ];
  const [left, right] = [rank(a), rank(b)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at === -1 ? 0 : Math.sign((left[at] ?? 0) - (right[at] ?? 0));
}

/** 0 for a question that opens a competency of the goals, 1 for one that opens another, 2 for one that opens none. */
function opening({ competencies }: Question, plan: readonly Question[], { sought }: PlanRequest): number {
  const opened = competencies.filter((competency) => plan.every((asked) => !asked.competencies.includes(competency)));
  if (opened.length === 0) return 2;
  return opened.some((competency) => sought.includes(competency)) ? 0 : 1;
}

/** 1 for one more question of a kind when two or more have been asked, all of that kind: goals that are asked about in one kind alone wait for their turn. */
function monotony({ kind }: Question, plan: readonly Question[]): number {
  return plan.length > 1 && plan.every((asked) => asked.kind === kind) ? 1 : 0;
}

/** As much as one question on the same competency before it: a goal is asked about twice as often. */
function seeking({ competencies }: Question, { sought }: PlanRequest): number {
  return competencies.some((competency) => sought.includes(competency)) ? 1 : 0;
}

/** How often its competencies, and half as much its kind, are in the plan already. */
function crowding(question: Question, plan: readonly Question[]): number {
  const times = (competency: string): number => plan.filter((asked) => asked.competencies.includes(competency)).length;
  const competencies = question.competencies.reduce((sum, id) => sum + times(id), 0) / question.competencies.length;
  return competencies + plan.filter((asked) => asked.kind === question.kind).length / 2;
}

/** What the job asks for tells more than what somebody knows already. At most 0.9, so that neither outweighs balance. */
function fit({ skills: named }: Question, { skills, wanted }: PlanRequest): number {
  return Math.min(0.9, 0.4 * shared(named, wanted) + 0.3 * shared(named, skills));
}

function shared(named: readonly string[], words: readonly string[]): number {
  const known = new Set(words.map((word) => word.trim().toLowerCase()));
  return named.filter((skill) => known.has(skill.toLowerCase())).length;
}

/** FNV-1a with a final avalanche: an even spread in [0, 1) without a random source. */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
