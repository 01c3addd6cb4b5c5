import { type Judged, overallOf } from '../../../../src/interviews/scored-answer.js';
import { type CriterionResult } from '../../../../src/interviews/scoring/evaluation.js';
import { CRITERIA, type Criterion, isAbove, showScore } from '../../../../src/interviews/scoring/rubric.js';
import { type ReadAnswer, type SideBySide } from '../../api/review-queries.js';

/** What was typed in the place of single integers, by `position:criterion`. */
export type Typed = Readonly<Record<string, string>>;

export const placeOf = (position: number, criterion: Criterion): string => `${position}:${criterion}`;

/** The integer that a text is; null when it is none from 0 to 100. */
export function integerIn(text: string): number | null {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) <= 100 ? Number(text) : null;
}

/** The integers that differ from those of the run one begins from; null when one of them is none. */
export function changesIn(shown: SideBySide, run: number, typed: Typed): { position: number; criterion: Criterion; score: number }[] | null {
  const all = shown.answers.flatMap((answer) => (answer.judgements[run]?.criteria ?? []).flatMap(({ id, score }) => {
    const text = typed[placeOf(answer.position, id)];
    if (text === undefined) return [];
    const mine = integerIn(text);
    return mine === score ? [] : [{ position: answer.position, criterion: id, score: mine }];
  }));
  return all.every((change) => change.score !== null) ? all.map((change) => ({ ...change, score: change.score ?? 0 })) : null;
}

/** What an overall score these integers make, computed as the server does; null when it cannot be. */
export function outcomeOf(shown: SideBySide, run: number, typed: Typed, mark: string): { shown: string; isAbove: boolean } | null {
  const score = overallOf(shown.answers.map((answer) => judged(answer, run, typed)));
  return score && { shown: showScore(score, mark), isAbove: isAbove(score, mark) };
}

function judged({ position, competencies, judgements }: ReadAnswer, run: number, typed: Typed): Judged {
  const { state = 'not_scored' as const, criteria = [] } = judgements[run] ?? {};
  const results = criteria.map(({ id, ...result }): [Criterion, CriterionResult] => [id, { ...result, score: integerIn(typed[placeOf(position, id)] ?? '') ?? result.score }]);
  return { competencies, state, criteria: results.length === CRITERIA.length ? (Object.fromEntries(results) as Record<Criterion, CriterionResult>) : null };
}
