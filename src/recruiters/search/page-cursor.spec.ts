import { type Cursor, readCursor, writeCursor } from './page-cursor.js';

const id = '6f1f2a52-9b3e-4a7c-8f55-0d6f0c2f7b11';

describe('the place where a page ends', () => {
  it.each<Cursor>([
    { at: 'scored', by: '7.421', id }, { at: 'ranked', by: '1e-20', id }, { at: 'listed', by: new Date('2026-11-21T10:00:00.123Z'), id }, { at: 'unscored', id },
  ])('is found again: $at', (cursor) => {
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });

  it.each(['', 'x', `s_${id}`, `s7.1_nobody`, `q7.1_${id}`, `n1e300_${id}`, `s--1_${id}`, `s1.2.3_${id}`, `r1e-300_${id}`, `r1e99_${id}`, `s7.1_${id} or true`])('is the top when it is not ours: %s', (text) => {
    expect(readCursor(text)).toBeNull();
  });
});
