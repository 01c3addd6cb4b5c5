import { type Ask, chosen, type ComparisonRow } from './comparison-row.js';

const row = (name: string, change: Partial<ComparisonRow> = {}): ComparisonRow => ({
  invitationId: name, interviewId: name, name, email: null, clientName: null, submittedAt: new Date(0), endsAt: new Date(1), judgedBy: 'ai', hidden: false,
  mine: { mean: '3.000', recommendation: 'yes' }, evaluation: null, people: null, override: null, standing: null, decision: null, isAppealed: false, ...change,
});
const scored = (name: string, shown: string, change: Partial<ComparisonRow> = {}): ComparisonRow => row(name, { standing: { shown, from: 'evaluation', outOf: 10 }, ...change });
const names = (rows: readonly ComparisonRow[], ask: Ask): string[] => chosen(rows, ask).map(({ name }) => name ?? '');

describe('candidates of one job beside each other', () => {
  const unrated = row('Unrated', { hidden: true, mine: null });
  const people = row('People', { standing: { shown: '4.00', from: 'people', outOf: 5 }, people: { mean: '4.000', count: 2, recommendations: ['yes', 'strong_yes'] } });
  const rows = [unrated, scored('Low', '4.10'), people, scored('High', '9.20', { decision: 'advance' })];

  it('stand in the order of their scores, a mark of people counted double, and whoever is not rated yet at the end', () => {
    expect(names(rows, {})).toEqual(['High', 'People', 'Low', 'Unrated']);
  });

  it('are never found by a score that is kept from the reader', () => {
    expect(names(rows, { leastScore: 0 })).toEqual(['High', 'People', 'Low']);
    expect(names(rows, { leastScore: 8 })).toEqual(['High', 'People']);
  });

  it('are found by what somebody recommends, by what was decided, and by what the reader has not rated', () => {
    expect(names(rows, { recommendation: 'strong_yes' })).toEqual(['People']);
    expect(names(rows, { decision: 'advance' })).toEqual(['High']);
    expect(names(rows, { decision: 'open', state: 'rated' })).toEqual(['People', 'Low']);
    expect(names(rows, { state: 'unrated' })).toEqual(['Unrated']);
  });

  it('stand by name whatever the case of its letters, or by when they were handed in', () => {
    expect(names([row('bea'), row('Ada'), row('Cy')], { sort: 'name' })).toEqual(['Ada', 'bea', 'Cy']);
    expect(names([row('old'), row('new', { submittedAt: new Date(9) })], { sort: 'submitted' })).toEqual(['new', 'old']);
  });
});
