import { type BankQuestion } from '../../api/template-queries.js';
import { found } from './found.js';
import { wordingsIn } from './wordings.js';

const question = (id: string, change: Partial<BankQuestion>): BankQuestion => ({
  id, text: `Question ${id}`, kind: 'technical', competencies: ['analysis'], roles: ['Data analyst'], levels: ['junior', 'mid'], points: ['name the risk'], anchors: { 1: '', 3: '', 5: '' }, thinkSeconds: 30, answerSeconds: 120, ...change,
});
const bank = [question('a', {}), question('b', { competencies: ['delivery', 'analysis'], text: 'A deadline that moved' }), question('c', { levels: ['senior'], points: ['check the backup'] })];
const ids = (ask: Partial<Parameters<typeof found>[1]>): string[] => found(bank, { competencies: [], levelId: '', words: '', ...ask }).map(({ id }) => id);

describe('a search in the question bank', () => {
  it('finds everything when nothing is asked for, and what fits all of it else', () => {
    expect(ids({})).toEqual(['a', 'b', 'c']);
    expect(ids({ competencies: ['delivery', 'empathy'] })).toEqual(['b']);
    expect(ids({ levelId: 'senior' })).toEqual(['c']);
    expect(ids({ competencies: ['analysis'], levelId: 'mid', words: 'deadline' })).toEqual(['b']);
  });

  it('looks for each word in the question, in what a good answer says, and in whom it is for', () => {
    expect(ids({ words: 'BACKUP check' })).toEqual(['c']);
    expect(ids({ words: 'data risk' })).toEqual(['a', 'b']);
    expect(ids({ words: 'backup deadline' })).toEqual([]);
  });
});

describe('wordings of a point', () => {
  it('are read from one line, each once, no more than twelve', () => {
    expect(wordingsIn(' tested it , made sure,, tested it')).toEqual(['tested it', 'made sure']);
    expect(wordingsIn(Array.from({ length: 20 }, (_, index) => `word ${index}`).join(','))).toHaveLength(12);
  });
});
