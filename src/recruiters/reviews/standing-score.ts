import { type Override } from './override.repository.js';
import { peopleOf, type Scorecard } from './scorecard.js';

/** The score that stands for an interview, and whose it is: of somebody who overrode it, of the evaluator, or of the people who rated it. */
export interface StandingScore {
  readonly shown: string;
  readonly from: 'override' | 'evaluation' | 'people';
  /** People give marks from 1 to 5; the others say 0 to 10. */
  readonly outOf: 5 | 10;
}

/** `cards` are submitted; `overrides` have the newest first; `evaluation` is the overall score as the report shows it. */
export function standingScore(evaluation: string | null, cards: readonly Scorecard[], [override]: readonly Override[]): StandingScore | null {
  if (override) return { shown: override.overall, from: 'override', outOf: 10 };
  if (evaluation !== null) return { shown: evaluation, from: 'evaluation', outOf: 10 };
  const people = peopleOf(cards);
  return people && { shown: Number(people.mean).toFixed(2), from: 'people', outOf: 5 };
}

/** A score to put interviews in order by: a mark counts double, so that 5 of 5 stands beside 10. */
export const comparable = ({ shown, outOf }: StandingScore): number => Number(shown) * (10 / outOf);
