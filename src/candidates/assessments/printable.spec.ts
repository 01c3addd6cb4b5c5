import { printable } from './printable.js';

describe('what a PDF with the standard fonts can print', () => {
  it.each([
    ['Zürich “quoted” – 5 €', 'Zürich “quoted” – 5 €'], ['Łódź, Dvořák, İstanbul, Đorđe', 'Lódz, Dvorák, Istanbul, Dorde'], ['ﬁne', 'fine'], ['a\tb\u00a0c', 'a b\u00a0c'],
    ['数据 analyst', '? analyst'], ['😀 ok', '? ok'], ['x → y ≥ 3', 'x -> y >= 3'], ['\u202eabc\u0000', 'abc'], ['e\u0301', 'é'],
  ])('makes of %j %j', (text, printed) => {
    expect(printable(text)).toBe(printed);
  });
});
