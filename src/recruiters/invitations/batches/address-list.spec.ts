import { readAddressList } from './address-list.js';

const read = (text: string) => readAddressList(text).map(({ line, email, name, fault }) => [line, email, name, fault]);

describe('a list of people to invite', () => {
  it('is one address, or one in a line, with a name before it or beside it', () => {
    expect(read('Ada@Example.com')).toEqual([[1, 'ada@example.com', null, null]]);
    expect(read('ada@example.com\r\n\n Grace Hopper <grace@example.com>,\n"Doe, Jane" <jane@example.com>\nAlan Turing; alan@example.com')).toEqual([
      [1, 'ada@example.com', null, null], [3, 'grace@example.com', 'Grace Hopper', null], [4, 'jane@example.com', 'Doe, Jane', null], [5, 'alan@example.com', 'Alan Turing', null],
    ]);
  });

  it('may be several addresses in one line', () => {
    expect(read('a@example.com, b@example.com; Cy <c@example.com>')).toEqual([[1, 'a@example.com', null, null], [1, 'b@example.com', null, null], [1, 'c@example.com', 'Cy', null]]);
  });

  it('may be a CSV file with a mark at its begin, with quotes, semicolons and a head that says which column is which', () => {
    expect(read('\uFEFFFirst name;Last name;E-mail;City\r\n"Ada";"Love""lace";ada@example.com;London\r\nGrace;Hopper;grace@example.com')).toEqual([
      [2, 'ada@example.com', 'Ada Love"lace', null], [3, 'grace@example.com', 'Grace Hopper', null],
    ]);
    expect(read('email,name\n"ada@example.com","Lovelace, Ada"')).toEqual([[2, 'ada@example.com', 'Lovelace, Ada', null]]);
  });

  it('says of each line that cannot be sent to why, and lets the others be', () => {
    const long = 'x'.repeat(201);
    expect(read(`no address\n"open quote, ada@example.com\nada@example\nbea@example.com\nBEA@example.com\n${long} <cy@example.com>`)).toEqual([
      [1, 'no address', null, 'malformed'], [2, expect.stringContaining('open quote'), null, 'malformed'], [3, 'ada@example', null, 'malformed'],
      [4, 'bea@example.com', null, null], [5, 'bea@example.com', null, 'twice'], [6, 'cy@example.com', 'x'.repeat(200), 'long_name'],
    ]);
  });

  it('keeps control characters and formulas of a name from being more than a name', () => {
    expect(read('=cmd|x\tada@example.com\n"A\u0007da" <bea@example.com>')).toEqual([[1, 'ada@example.com', '=cmd|x', null], [2, 'bea@example.com', 'A da', null]]);
  });

  it('is read in a moment whatever stands on it, and no further than somebody may send', () => {
    for (const line of [`${' '.repeat(20_000)}a`, `a${' '.repeat(20_000)}b`, `${' '.repeat(20_000)}<`, `"${'x '.repeat(20_000)}`, `${'.a'.repeat(20_000)}@b`]) expect(read(line)).toMatchObject([[1, expect.anything(), null, 'malformed']]);
    expect(readAddressList('a\n'.repeat(400_000), 5)).toHaveLength(6);
    expect(readAddressList(`${'a@b.example,'.repeat(1_000)}`, 5)).toHaveLength(6);
  });
});
