import { type Question } from './question.js';
import { type QuestionBank } from './question-bank.js';

export interface PlanRequest {
  readonly bank: QuestionBank;
  readonly roleId: string;
  readonly level: string;
  readonly count: number;
  /** Skill words of the resume, in any case. */
  readonly skills: readonly string[];
  /** Ids of questions this candidate has been asked before. */
  readonly alreadyAsked: readonly string[];
  readonly seed: string;
}

/**
 * The questions of one interview in the order they are asked: unseen ones before seen ones, competencies and kinds in
 * turn, those that fit the resume first. The same request always gives the same plan. Shorter than `count` only when
 * the bank has no more.
 */
export function planQuestions(request: PlanRequest): Question[] {
  const left = request.bank.questionsFor(request.roleId, request.level);
  const plan: Question[] = [];
  while (plan.length < request.count && left.length > 0) {
    const next = left.reduce((best, question) => (compare(question, best, plan, request) < 0 ? question : best));
    plan.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return plan;
}

/** Seen before counts most, then balance, then the resume; the seed decides what is left even. */
function compare(a: Question, b: Question, plan: readonly Question[], request: PlanRequest): number {
  const rank = (question: Question): number[] => [
    request.alreadyAsked.includes(question.id) ? 1 : 0,
    crowding(question, plan) - fit(question, request.skills),
    fraction(`${request.seed}/${question.id}`),
  ];
  const [left, right] = [rank(a), rank(b)];
  const difference = left.map((value, index) => value - (right[index] ?? 0)).find((value) => value !== 0);
  return difference ?? 0;
}

/** How often its competencies, and half as much its kind, are in the plan already. */
function crowding(question: Question, plan: readonly Question[]): number {
  const times = (competency: string): number => plan.filter((asked) => asked.competencies.includes(competency)).length;
  const competencies = question.competencies.reduce((sum, id) => sum + times(id), 0) / question.competencies.length;
  return competencies + plan.filter((asked) => asked.kind === question.kind).length / 2;
}

/** At most 0.9, so that a resume full of one skill never outweighs a competency not asked about yet. */
function fit(question: Question, skills: readonly string[]): number {
  const known = new Set(skills.map((skill) => skill.trim().toLowerCase()));
  const matches = question.skills.filter((skill) => known.has(skill.toLowerCase())).length;
  return Math.min(matches, 3) * 0.3;
}

/** FNV-1a with a final avalanche: an even spread in [0, 1) without a random source. */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
