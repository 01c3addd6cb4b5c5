import { type Question } from './question.js';
import { type QuestionBank } from './question-bank.js';

export interface PlanRequest {
  readonly bank: QuestionBank;
  readonly roleId: string;
  readonly level: string;
  readonly count: number;
  /** Skill words of the resume, in any case. */
  readonly skills: readonly string[];
  /** Skill words of the job description, in any case. */
  readonly wanted: readonly string[];
  /** Questions this candidate has been asked before, by id, with the moment of the last time in milliseconds. */
  readonly lastAsked: ReadonlyMap<string, number>;
  /** Asks about this competency alone. */
  readonly competencyId: string | null;
  readonly seed: string;
}

/**
 * The questions of one interview in the order they are asked: those never asked first, then those asked longest ago;
 * every competency in turn, kinds mixed, those that fit the job description and the resume first. The same request
 * always gives the same plan. Shorter than `count` only when the bank has no more.
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
function poolOf({ bank, roleId, level, count, competencyId }: PlanRequest): Question[] {
  const asked = bank.questionsFor(roleId, level);
  if (competencyId === null) return asked;
  const drill = asked.filter(({ competencies }) => competencies.includes(competencyId));
  if (drill.length >= count) return drill;
  const levels = bank.role(roleId)?.levels ?? [];
  const others = levels.flatMap((other) => bank.questionsFor(roleId, other)).filter(({ competencies }) => competencies.includes(competencyId));
  return [...new Set([...drill, ...others])];
}

/** Seen before counts most, then a competency not asked about yet, then balance and fit; the seed decides what is left even. */
function compare(a: Question, b: Question, plan: readonly Question[], request: PlanRequest): number {
  const rank = (question: Question): number[] => [
    request.lastAsked.get(question.id) ?? Number.NEGATIVE_INFINITY,
    opensCompetency(question, plan) ? 0 : 1,
    crowding(question, plan) - fit(question, request),
    fraction(`${request.seed}/${question.id}`),
  ];
  const [left, right] = [rank(a), rank(b)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at === -1 ? 0 : Math.sign((left[at] ?? 0) - (right[at] ?? 0));
}

function opensCompetency({ competencies }: Question, plan: readonly Question[]): boolean {
  return competencies.some((competency) => plan.every((asked) => !asked.competencies.includes(competency)));
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
