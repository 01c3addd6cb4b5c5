import { lastYearIn, monthsCovered, periodsIn, type Point } from './periods.js';

const NOW: Point = { year: 2026, month: 11 };
const said = (line: string): string[] => periodsIn(line, NOW).map(({ from, until }) => `${from.year}${from.month === null ? '' : `-${from.month}`} ${until ? `${until.year}${until.month === null ? '' : `-${until.month}`}` : 'now'}`);
const months = (...lines: string[]): number => monthsCovered(lines.flatMap((line) => periodsIn(line, NOW)), NOW);

describe('the periods of a resume', () => {
  it.each([
    ['Mar 2019 – Present', '2019-3 now'], ['2018-2020', '2018 2020'], ['03/2017 - 12/2019', '2017-3 2019-12'], ['seit 2020', '2020 now'], ['January 2015 to March 2018', '2015-1 2018-3'],
    ['septembre 2019 – aujourd’hui', '2019-9 now'], ['janv. 2015 – août 2019', '2015-1 2019-8'], ['jan. 2020 – atual', '2020-1 now'], ['fev/2014 a dez/2016', '2014-2 2016-12'],
    ['01.04.2012 – 30.09.2015', '2012-4 2015-9'], ['04/25/2012 - 09/30/2015', '2012-4 2015-9'], ['2019-03 – 2021-05', '2019-3 2021-5'], ['Mar – Jun 2019', '2019-3 2019-6'], ['Jul 2018 to Till Date', '2018-7 now'],
    ["Jun '16 - Aug '18", '2016-6 2018-8'], ['2016–18', '2016 2018'], ['März 2019 bis heute', '2019-3 now'], ['marzo 2014 - oggi', '2014-3 now'], ['Aug 2020 –', '2020-8 now'], ['Sept. 2009 - Dec. 2010', '2009-9 2010-12'],
    ['wrzesień 2018 – obecnie', '2018-9 now'], ['Engineer, Acme (Oct 2019 – Nov 2021)', '2019-10 2021-11'], ['2020/01 - 2021/06', '2020-1 2021-6'], ['Spring 2018 – Fall 2019', '2018-3 2019-9'],
  ])('%s', (line, period) => {
    expect(said(line)).toEqual([period]);
  });

  it.each(['+47 412 55 908', 'Cut the time from 900 ms to 140 ms', '2000 customers in 2019', 'Version 10.2.2019', '5019 Bergen', 'from 12 to 40 people', '2030 – 2040'])('are not in: %s', (line) => {
    expect(said(line)).toEqual([]);
  });

  it('count months once where they overlap, first and last month included', () => {
    expect(months('Jan 2020 – Mar 2020')).toBe(3);
    expect(months('Jan 2020 – Dec 2020', 'Jul 2020 – Jun 2021')).toBe(18);
    expect(months('2018 – 2020')).toBe(24);
    expect(months('2018 – 2018')).toBe(12);
    expect(months('Dec 2025 – Present')).toBe(12);
    expect(months('2017 to 2021', '2021 to today')).toBe(9 * 12 + 11);
  });

  it('give the year a degree was made in', () => {
    expect(lastYearIn('MSc, University of Bergen, 2014 – 2016')).toBe(2016);
    expect(lastYearIn('Diplom, Juli 2009')).toBe(2009);
    expect(lastYearIn('No year here')).toBeNull();
  });
});
