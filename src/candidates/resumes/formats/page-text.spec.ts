import { timesTheCost } from '../../cost.fixture.js';
import { countWords, pageText, type Piece } from './page-text.js';

const SIZE = 10;
const at = (x: number, y: number, text: string, width = text.length * 5): Piece => ({ text, x, y, width, size: SIZE });
const column = (x: number, top: number, leading: number, lines: readonly string[]): Piece[] => lines.map((text, index) => at(x, top - index * leading, text));

describe('the text of a page', () => {
  it('reads lines from top to bottom, whatever order the file gives them in', () => {
    expect(pageText([at(50, 600, 'third'), at(50, 700, 'first'), at(50, 650, 'second')])).toBe('first\nsecond\nthird');
  });

  it('joins the pieces of a word and parts the words of a line', () => {
    expect(pageText([at(50, 700, 'Post'), at(70, 700, 'greSQL'), at(103, 701, 'and'), at(122, 700, 'Redis')])).toBe('PostgreSQL and Redis');
  });

  it('reads two columns one after the other under a heading across the page', () => {
    const text = pageText([
      at(50, 800, 'A name that reaches across both of the columns of this page and then some more'),
      ...column(50, 700, 15, ['Figma', 'machine', 'learning', 'Excel']),
      ...column(250, 698, 13, ['I led a team', 'that shipped', 'every week', 'for years', 'and years']),
      at(50, 600, 'A closing line that again reaches across the whole of the page, left to right, as before'),
    ]);
    expect(text.split('\n')).toEqual([
      'A name that reaches across both of the columns of this page and then some more',
      'Figma', 'machine', 'learning', 'Excel', 'I led a team', 'that shipped', 'every week', 'for years', 'and years',
      'A closing line that again reaches across the whole of the page, left to right, as before',
    ]);
  });

  it('keeps each date of a narrow column on the line it belongs to', () => {
    const text = pageText([
      at(50, 700, '2019 – today'), at(200, 700, 'Engineer, Fjordbank'), at(200, 685, 'Wrote the payment API'), at(200, 670, 'and kept it running'),
      at(50, 640, '2015 – 2019'), at(200, 640, 'Developer, Kystdata'), at(200, 625, 'Wrote web pages'), at(50, 600, '2012 – 2015'), at(200, 600, 'Tester, Havn'),
    ]);
    expect(text.split('\n')).toEqual([
      '2019 – today\tEngineer, Fjordbank', 'Wrote the payment API', 'and kept it running', '2015 – 2019\tDeveloper, Kystdata', 'Wrote web pages', '2012 – 2015\tTester, Havn',
    ]);
  });

  it('keeps each label of a table beside what it labels', () => {
    const rows = [['Languages', 'Java, C, SQL'], ['Frameworks', 'Spring Boot'], ['Tools', 'Maven, Git'], ["Father's Name", ': Suresh Sharma'], ['Date of Birth', ': 05/08/1996']];
    const text = pageText(rows.flatMap(([left, right], index) => [at(50, 700 - index * 14, left!), at(200, 700 - index * 14, right!)]));
    expect(text.split('\n')).toEqual(rows.map((row) => row.join('\t')));
  });

  it('reads three columns', () => {
    const text = pageText([...column(50, 700, 12, ['a1', 'a2', 'a3']), ...column(200, 700, 12, ['b1', 'b2', 'b3']), ...column(350, 700, 12, ['c1', 'c2', 'c3'])]);
    expect(text.replaceAll('\n', ' ')).toBe('a1 a2 a3 b1 b2 b3 c1 c2 c3');
  });

  it('keeps a date at the right edge on the line of its heading', () => {
    const text = pageText([
      at(50, 700, 'Engineer, Fjordbank'), at(480, 700, '2017 to 2021'), at(50, 688, 'A line of plain text that goes on until it is under the date of the heading above it, as they do'),
    ]);
    expect(text.split('\n')[0]).toBe('Engineer, Fjordbank\t2017 to 2021');
  });

  it('closes up spaced capitals and leaves other single letters alone', () => {
    expect(pageText([at(50, 700, 'W O R K  E X P E R I E N C E')])).toBe('WORK EXPERIENCE');
    expect(pageText([at(50, 700, 'EDUC AT I O N')])).toBe('EDUCATION');
    expect(pageText([at(50, 700, 'C, R, Go and A B tests')])).toBe('C, R, Go and A B tests');
  });

  it('prints double-struck bold once', () => {
    expect(pageText([at(50, 700, 'Python'), at(50.3, 700, 'Python')])).toBe('Python');
  });

  it('mends a word divided at the end of a line', () => {
    expect(pageText([at(50, 700, 'Kuber-'), at(50, 688, 'netes and Front-'), at(50, 676, 'End')])).toBe('Kubernetes and Front-\nEnd');
  });

  it('reads a page of 100,000 scattered letters about as fast as one on which they stand in lines', () => {
    const scattered = Array.from({ length: 100_000 }, (_, index) => at((index * 7919) % 600, (index * 104_729) % 800, 'x'));
    const inLines = Array.from({ length: 100_000 }, (_, index) => at((index % 100) * 6, 800 - Math.floor(index / 100) * 0.8, 'x'));
    expect(pageText(scattered).length).toBeGreaterThan(1000);
    expect(timesTheCost(() => pageText(scattered), () => pageText(inLines))).toBeLessThan(50);
  });
});

describe('the words of a text', () => {
  it.each([['one two, three', 3], ['C++ and Node.js', 3], ['', 0], ['• – 12', 1], ['我是工程师', 5]])('counts %j', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});
