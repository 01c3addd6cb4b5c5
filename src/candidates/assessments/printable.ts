/** What the standard fonts of a PDF can show besides Latin-1 (Windows-1252). */
const BESIDES = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', '‐': '-', '‑': '-', '−': '-', '→': '->', '≥': '>=', '≤': '<=', '●': '•', '▪': '•', '◦': '•', '■': '•', '·': '·' };

/** A text in the letters that the standard fonts have: others lose their accents, and what has no such form becomes a question mark. */
export function printable(text: string): string {
  return Array.from(text.normalize('NFC'), (letter) => (isShown(letter) ? letter : (PLAIN[letter] ?? withoutAccents(letter)))).join('').replace(/\?{2,}/g, '?');
}

function isShown(letter: string): boolean {
  const code = letter.codePointAt(0)!;
  return (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff) || BESIDES.has(letter);
}

function withoutAccents(letter: string): string {
  if (/\s/.test(letter)) return ' ';
  const base = Array.from(letter.normalize('NFKD')).filter(isShown).join('');
  return base === '' && !/\p{M}|\p{Cf}|\p{Cc}/u.test(letter) ? '?' : base;
}
