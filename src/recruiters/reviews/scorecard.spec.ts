import { latestOf, meanOf, peopleOf, type Scorecard } from './scorecard.js';

const card = (scorecardId: string, version: number, mean: string | null): Scorecard => ({
  scorecardId, invitationId: 'i', authorId: 'a', version, mean, marks: [], recommendation: 'yes', summary: '', savedAt: new Date(0), submittedAt: mean === null ? null : new Date(0),
});

describe('marks of people', () => {
  it('have a mean that is cut off, never rounded up', () => {
    expect(meanOf([{ mark: 5 }, { mark: 3 }, { mark: 3 }])).toBe('3.666');
    expect(meanOf([{ mark: 4 }])).toBe('4.000');
  });

  it('weigh the same whoever gave them', () => {
    expect(peopleOf([card('one', 1, '4.000'), card('two', 1, '3.500')])).toEqual({ mean: '3.750', count: 2 });
    expect(peopleOf([])).toBeNull();
  });

  it('count as they were submitted last: an earlier version and a draft do not', () => {
    const [first, second, draft] = [card('one', 1, '2.000'), card('one', 2, '4.000'), card('one', 3, null)];
    expect(latestOf([first, second, draft])).toEqual([second]);
  });
});
