/** Why an interview was judged: handed in; asked for once more; a second evaluation; beside what counts; by a person. */
export type RunWhy = 'first' | 'again' | 'second' | 'rescore' | 'person';
/** `away`: begun, and left because its evaluator could not be reached. */
export type RunState = 'waiting' | 'under_way' | 'away' | 'scored' | 'not_scored';

/** One judgement of all answers of an interview, by one evaluator and one rubric. */
export interface Run {
  readonly id: string;
  readonly interviewId: string;
  readonly why: RunWhy;
  readonly state: RunState;
  readonly evaluator: string;
  readonly evaluatorVersion: string;
  readonly rubric: string;
  /** The exact overall score as it is stored; null without one. */
  readonly overall: string | null;
  readonly begunAt: Date;
  readonly endedAt: Date | null;
  readonly basedOn: string | null;
  /** Why a person decided so. */
  readonly reason: string | null;
  /** How often its evaluator could not be reached. */
  readonly tries: number;
}

/** By which scores are made of stored integers, and whose integers they are. */
export interface Judge {
  readonly evaluator: string;
  readonly evaluatorVersion: string;
  readonly rubric: string;
}

/** The name a person's judgement is marked with. */
export const A_PERSON = { evaluator: 'A person', evaluatorVersion: '1' } as const;

export function isBuiltIn(evaluator: string): boolean {
  return evaluator === 'built-in';
}

export function isByAi(evaluator: string): boolean {
  return !isBuiltIn(evaluator) && evaluator !== A_PERSON.evaluator;
}

export function isSameJudge(one: Judge, other: Judge): boolean {
  return one.evaluator === other.evaluator && one.evaluatorVersion === other.evaluatorVersion && one.rubric === other.rubric;
}
