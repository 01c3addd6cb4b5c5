import { csvRecord } from './csv.js';

describe('a record of a CSV file', () => {
  it('quotes every cell, doubles quotes and ends with CR LF', () => {
    expect(csvRecord(['a', 'b, "c"', 'd\ne', ''])).toBe('"a","b, ""c""","d\ne",""\r\n');
  });

  it.each(['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('makes text of %j, which a spreadsheet would run', (cell) => {
    expect(csvRecord([cell])).toBe(`"'${cell.replaceAll('"', '""')}"\r\n`);
  });

  it.each(['a=1', '1-2', 'mail@example.com', ' =1'])('leaves %j as it is', (cell) => {
    expect(csvRecord([cell])).toBe(`"${cell}"\r\n`);
  });
});
