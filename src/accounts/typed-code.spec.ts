import { newCode, readCode } from './typed-code.js';

describe('a code to be typed', () => {
  it('stands in groups of four, of letters and digits that are not taken for one another', () => {
    const codes = Array.from({ length: 200 }, () => newCode(2));
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each([' 7kqm 2xwd ', '7KQM-2XWD', '7kqm2xwd', '7KQM -\t2XWD'])('is read from %j as it was meant', (typed) => {
    expect(readCode(typed)).toBe('7KQM2XWD');
  });
});
