import { type CriterionId, type CriterionMark } from '../../api/schema.js';
import { stretches } from './marked-text.js';

const text = 'I measured it. Then I cut the cost by 40 %. Done.';
const quoting = (id: CriterionId, ...spans: [number, number][]): CriterionMark => ({
  id, title: id, score: 80, reason: 'because', quotes: spans.map(([start, end]) => ({ start, end, text: text.slice(start, end) })),
});

describe('the answer with its notes', () => {
  it('says every word of the answer once and in order, however the quotes overlap', () => {
    const cut = stretches(text, [quoting('relevance', [0, 14], [15, 43]), quoting('specificity', [7, 30])]);
    expect(cut.map((stretch) => stretch.text).join('')).toBe(text);
    expect(cut.find(({ start }) => start === 7)?.quotedBy).toEqual(['relevance', 'specificity']);
  });

  it('numbers a note where its quote ends', () => {
    const ends = stretches(text, [quoting('clarity', [0, 14])]).filter(({ endsFor }) => endsFor.length > 0);
    expect(ends).toEqual([{ start: 0, text: 'I measured it.', quotedBy: ['clarity'], endsFor: ['clarity'] }]);
  });

  it('leaves out a quote that lies outside the answer', () => {
    expect(stretches('Short.', [quoting('clarity', [40, 60])])).toEqual([{ start: 0, text: 'Short.', quotedBy: [], endsFor: [] }]);
  });
});
