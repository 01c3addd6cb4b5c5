import { type CriterionResult } from './scoring/evaluation.js';
import { answerScore, competencyScore, CRITERIA, type Criterion, type ExactScore, overallScore, SKIPPED } from './scoring/rubric.js';

/** What is stored of the judgement of one answer. Points and outline are copied from the bank, so that a report reads the same for ever. */
export interface StoredScore {
  readonly state: 'scored' | 'skipped' | 'not_scored';
  readonly message: string | null;
  readonly criteria: Readonly<Record<Criterion, CriterionResult>> | null;
  readonly points: readonly { id: string; text: string; covered: boolean }[];
  readonly advice: readonly string[];
  readonly outline: readonly string[];
  /** Nobody could judge it, for a reason that is ours. */
  readonly ourFault?: boolean;
}

/** An answer beside its judgement; the members of the judgement are null until there is one. */
export type ScoredAnswer = { [Key in keyof StoredScore]: StoredScore[Key] | null } & {
  readonly position: number;
  readonly question: string;
  readonly kind: string;
  readonly competencies: readonly string[];
  /** What was said to the question and to its follow-up. */
  readonly text: string;
  readonly followUp: { readonly question: string; readonly takesUp: string | null; readonly startsAt: number | null } | null;
  readonly attempts: readonly StoredAttempt[];
};

/** A question answered once more, after the interview was scored. */
export interface StoredAttempt extends Pick<StoredScore, 'message' | 'criteria' | 'points' | 'advice'> {
  readonly number: number;
  /** As JSON has it. */
  readonly madeAt: string;
  readonly text: string;
  readonly state: 'scored' | 'not_scored';
}

/** The exact score of one answer from its raw integers; a skipped one counts 0, an unscored one has none. */
export function scoreOf({ state, criteria }: Pick<ScoredAnswer, 'state' | 'criteria'>): ExactScore | null {
  if (state === 'skipped') return SKIPPED;
  if (state !== 'scored' || !criteria) return null;
  return answerScore(Object.fromEntries(CRITERIA.map((criterion) => [criterion, criteria[criterion].score])) as Record<Criterion, number>);
}

/** As much of a judged answer as scores are made of. */
export type Judged = Pick<ScoredAnswer, 'competencies' | 'state' | 'criteria'>;

/** Exact score by competency: the mean of the answers to its questions that have one. */
export function competencyScores(answers: readonly Judged[]): Record<string, ExactScore> {
  const competencies = [...new Set(answers.flatMap((answer) => answer.competencies))];
  return Object.fromEntries(
    competencies.flatMap((id) => {
      const scores = answers.filter((answer) => answer.competencies.includes(id)).map(scoreOf);
      const mean = competencyScore(scores.filter((score) => score !== null));
      return mean ? [[id, mean]] : [];
    }),
  );
}

/** The competencies whose every question was skipped: their score of 0 says nothing of what somebody can do. */
export function leftOut(answers: readonly Judged[]): ReadonlySet<string> {
  const met = new Set(answers.filter(({ state }) => state !== 'skipped').flatMap(({ competencies }) => competencies));
  return new Set(answers.flatMap(({ competencies }) => competencies).filter((id) => !met.has(id)));
}

/** The overall score; null when an answer could not be scored, because leaving it out would raise the rest. */
export function overallOf(answers: readonly Judged[]): ExactScore | null {
  if (answers.some((answer) => scoreOf(answer) === null)) return null;
  return overallScore(competencyScores(answers));
}
