import { type ComparisonRow } from '../comparisons/comparison-row.js';
import { type StandingScore } from '../reviews/standing-score.js';

export const COLUMNS = [
  'Name', 'E-mail', 'Client', 'Handed in (UTC)', 'Judged by', 'Score', 'Score out of', 'Score from', 'Evaluator’s score', 'Score by a person instead', 'Mean of ratings (1 to 5)', 'Ratings', 'Your rating (1 to 5)', 'Your recommendation', 'Decision',
] as const;

export const HIDDEN = 'hidden until you have rated';

export const FROM: Readonly<Record<StandingScore['from'], string>> = { override: 'a person', evaluation: 'the evaluator', people: 'ratings' };

/** The cells of one person under `COLUMNS`, then one for each competency; what the reader may not see yet says so. */
export function copiedCells(row: ComparisonRow, competencies: readonly string[]): string[] {
  const { standing, evaluation, people, mine, hidden } = row;
  const ofOthers = (cell: string | null | undefined): string => (hidden ? HIDDEN : (cell ?? ''));
  return [
    row.name ?? '', row.email ?? '', row.clientName ?? '', row.submittedAt.toISOString(), row.judgedBy === 'people' ? 'people' : 'AI and people',
    standing?.shown ?? '', standing === null ? '' : String(standing.outOf), standing === null ? '' : FROM[standing.from],
    ofOthers(evaluation?.overall), ofOthers(row.override), people?.mean ?? '', people === null ? '' : String(people.count), mine?.mean ?? '', mine?.recommendation.replaceAll('_', ' ') ?? '', row.decision ?? '',
    ...competencies.map((id) => ofOthers(evaluation?.competencies[id])),
  ];
}
