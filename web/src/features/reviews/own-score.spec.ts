import { type SideBySide } from '../../api/review-queries.js';
import { changesIn, integerIn, outcomeOf } from './own-score.js';

const CRITERIA = ['relevance', 'specificity', 'structure', 'reasoning', 'clarity'] as const;
const judgement = (score: number) => ({ state: 'scored' as const, message: null, shown: '', criteria: CRITERIA.map((id) => ({ id, title: id, score, reason: '', quotes: [] })) });
const shown: SideBySide = {
  interviewId: 'i', roleTitle: 'Nurse', levelTitle: 'Mid-level', submittedAt: '', runs: [],
  answers: [1, 2].map((position) => ({ position, question: '', kind: 'technical', competencies: ['care'], text: 'said', followUp: null, judgements: [judgement(75), judgement(80)] })),
};

describe('the numbers of a person who decides', () => {
  it('make the score that the server will make, strictly above the mark or not', () => {
    expect(outcomeOf(shown, 0, {}, '7.5')).toEqual({ shown: '7.50', isAbove: false });
    expect(outcomeOf(shown, 0, { '1:clarity': '76' }, '7.5')).toEqual({ shown: '7.505', isAbove: true });
    expect(outcomeOf(shown, 1, {}, '7.5')).toEqual({ shown: '8.00', isAbove: true });
  });

  it('are sent where they differ from the evaluation one begins from, and only there', () => {
    expect(changesIn(shown, 0, { '1:clarity': '75', '2:relevance': ' 61 ' })).toEqual([{ position: 2, criterion: 'relevance', score: 61 }]);
    expect(changesIn(shown, 0, { '1:clarity': '' })).toBeNull();
  });

  it.each([['0', 0], ['100', 100], ['101', null], ['-1', null], ['7.5', null], ['', null], ['abc', null]])('are whole, from 0 to 100: %j', (text, integer) => {
    expect(integerIn(text)).toBe(integer);
  });
});
