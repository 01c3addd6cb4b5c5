import { timesTheCost } from '../cost.fixture.js';
import { loadSkillDictionary } from '../skills/load-skill-dictionary.js';
import { readJobDescription } from './job-description.js';
import { yearsAsked } from './years-asked.js';

const dictionary = loadSkillDictionary();
const SIGNS = 20_000;

const filled = (begin: string, filling: string, end: string, signs = SIGNS): string =>
  `${begin}${filling.repeat(Math.ceil((signs - begin.length - end.length) / filling.length))}${end}`;

describe('a description that is mostly white space', () => {
  it.each([
    ['experience 5', ' ', 'x'], ['experience 5', '\t', 'x'], ['experience 5', ' \t', 'years'], ['experience', ' 5', 'x'], ['experience', '5 to ', 'x'],
    ['Python', ' ', 'x SQL'], ['Python,', ' ', 'x SQL'], ['Python', '\t', ', \t or x'],
  ])('is read about as fast as words are: %j, then %j, then %j', (begin, filling, end) => {
    const reading = (text: string) => () => readJobDescription(text, dictionary);
    expect(timesTheCost(reading(filled(begin, filling, end)), reading(filled('experience with ', 'Python and much of it, ', 'x')))).toBeLessThan(10);
  });

  it('says as many years as it would without it', () => {
    expect(yearsAsked(filled('experience: 5', ' ', '+ years'), false)).toBe(5);
    expect(yearsAsked('3\t+\n to  5   years of experience', false)).toBe(3);
  });

  it('offers the same choice as it would without it', () => {
    const [wish] = readJobDescription(filled('Python ', ' ', 'or PostgreSQL'), dictionary).wishes;
    expect(wish?.oneOf).toEqual(['python', 'postgresql']);
  });
});
