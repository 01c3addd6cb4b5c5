import { type ComparisonRow } from '../comparisons/comparison-row.js';
import { COLUMNS, copiedCells, HIDDEN } from './copied-cells.js';

const row: ComparisonRow = {
  invitationId: '1', interviewId: '2', name: 'Ada', email: 'ada@example.com', clientName: null, submittedAt: new Date('2026-11-01T12:00:00Z'), endsAt: new Date('2027-01-30T12:00:00Z'), judgedBy: 'ai', hidden: false,
  mine: { mean: '4.000', recommendation: 'strong_yes' }, evaluation: { overall: '7.42', competencies: { sql: '8.00' } }, people: { mean: '3.500', count: 2, recommendations: ['yes', 'strong_yes'] }, override: '8.00',
  standing: { shown: '8.00', from: 'override', outOf: 10 }, decision: 'advance', isAppealed: false,
};
const cell = (of: ComparisonRow, column: (typeof COLUMNS)[number]) => copiedCells(of, [])[COLUMNS.indexOf(column)];

describe('a row of a copied comparison', () => {
  it('holds the evaluator’s score and the one a person put in its place, and says which of them stands', () => {
    expect((['Score', 'Score from', 'Evaluator’s score', 'Score by a person instead'] as const).map((column) => cell(row, column))).toEqual(['8.00', 'a person', '7.42', '8.00']);
    expect(copiedCells(row, ['sql', 'design']).slice(COLUMNS.length)).toEqual(['8.00', '']);
  });

  it('keeps from whoever has not rated yet what the page keeps from them', () => {
    const unrated: ComparisonRow = { ...row, hidden: true, mine: null, evaluation: null, people: null, override: null, standing: null };
    expect((['Score', 'Evaluator’s score', 'Score by a person instead', 'Mean of ratings (1 to 5)'] as const).map((column) => cell(unrated, column))).toEqual(['', HIDDEN, HIDDEN, '']);
    expect(copiedCells(unrated, ['sql']).at(-1)).toBe(HIDDEN);
  });
});
