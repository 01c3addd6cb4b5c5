import { type FileText } from '../reading.js';
import { tidy } from './tidy-text.js';

const file = (format: FileText['format'], ...texts: string[]): FileText => ({ format, pages: 1, author: null, hidden: '', lines: texts.map((text) => ({ text, size: 10 })) });
const tidied = (format: FileText['format'], ...texts: string[]): string[] => tidy(file(format, ...texts)).lines.map(({ text }) => text);

describe('the letters of a resume', () => {
  it.each([
    ['a ligature', 'ﬁnance oﬃce', 'finance office'], ['full width', 'Ｐｙｔｈｏｎ', 'Python'], ['an accent TeX prints before its letter', 'Jos´e M¨uller, Bogot´a, ˇSkoda', 'José Müller, Bogotá, Škoda'],
    ['an accent on the i without its dot', 'Mar´ıa', 'María'], ['a cedilla behind its letter', 'Franc¸ois', 'François'], ['an accent that is a sign of its own', 'Jose\u0301', 'José'],
    ['signs without width', 'Py\u200bthon\u00ad and\ufeff Java', 'Python and Java'], ['drawn icons', '\uf095 +47 412 55 908', '+47 412 55 908'],
  ])('are plain: %s', (_, written, plain) => {
    expect(tidied('pdf', written)).toEqual([plain]);
  });

  it('keep the quotation marks of texts', () => {
    expect(tidied('txt', 'I ran `ansible` and it´s fine')[0]).toContain('`ansible`');
  });

  it('may not be turned around, so that people see another text than the one that is read', () => {
    expect(() => tidied('txt', 'moc.elpmaxe@senI \u202e')).toThrow('disguised');
    expect(tidied('txt', 'סביבה \u200fPython')).toEqual(['סביבה Python']);
  });

  it('come in lines that patterns can be sure to end on', () => {
    const lines = tidied('txt', 'word '.repeat(1000));
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(1000);
    expect(lines.join(' ')).toBe('word '.repeat(1000).trim());
  });
});
