import { faultOf, MOST_BYTES, textOf } from './list-file.js';

const bytes = (...numbers: number[]): ArrayBuffer => new Uint8Array(numbers).buffer;

describe('a list of people in a file', () => {
  it('is read as UTF-8, with its mark at the beginning left out', () => {
    expect(textOf(bytes(0xef, 0xbb, 0xbf, 0x4a, 0xc3, 0xb6, 0x72, 0x67))).toBe('Jörg');
  });

  it('is read as older spreadsheets write it, where it is no UTF-8', () => {
    expect(textOf(bytes(0x4a, 0xf6, 0x72, 0x67))).toBe('Jörg');
  });

  it('is refused with a reason when it is a spreadsheet itself, empty or far too large', () => {
    expect(faultOf({ size: 4 }, 'PK\0\0')).toContain('CSV');
    expect(faultOf({ size: 2 }, '\n ')).toContain('nothing');
    expect(faultOf({ size: MOST_BYTES + 1 }, 'a@b.c')).toContain('too large');
    expect(faultOf({ size: 5 }, 'a@b.c')).toBeNull();
  });
});
