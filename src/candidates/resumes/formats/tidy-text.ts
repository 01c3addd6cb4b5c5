import { type FileText, Refusal, type TextLine } from '../reading.js';

// These two turn the order of letters around, so that people see another text than machines read.
const OVERRIDES = /[\u202d\u202e]/;
const WITHOUT_WIDTH = /[\p{Cf}\p{Variation_Selector}]|\u034f/gu;
// Drawn icons before a phone or an address, and signs that are no characters at all.
const NO_LETTERS = /[^\P{Cc}\t\n]|[\p{Co}\p{Cn}\ufffd]/gu;
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300', '´': '\u0301', 'ˆ': '\u0302', '˜': '\u0303', '¯': '\u0304', '˘': '\u0306', '˙': '\u0307', '¨': '\u0308', '˚': '\u030a', '˝': '\u030b', 'ˇ': '\u030c',
  '¸': '\u0327', '˛': '\u0328',
};
// TeX prints the accent before the letter, except below it. Elsewhere these signs are quotation marks.
const ABOVE = /(´(?=[aceilnoruyzıACEILNORUYZ])|`(?=[aeiouıAEIOU])|˚(?=[auAU])|[ˆ˜¨˝ˇ˘˙])(\p{L})/gu;
const BELOW = /([aceistuACEISTU])([¸˛])/g;
/** Longer than any line of a resume; patterns look at one line at a time, and stay quick on a file that has only one. */
const LONGEST_LINE = 1000;

/** One way to write each letter, nothing invisible, no endless line. */
export function tidy(file: FileText): FileText {
  if (file.lines.some(({ text }) => OVERRIDES.test(text))) throw new Refusal('disguised');
  const lines = file.format === 'pdf' ? file.lines.map((line) => ({ ...line, text: withAccents(line.text) })) : file.lines;
  return { ...file, lines: lines.flatMap(tidyLine), author: file.author === null ? null : plainLetters(file.author), hidden: plainLetters(file.hidden) };
}

/** Accents that are printed beside a letter join it. */
function withAccents(text: string): string {
  return text
    .replace(ABOVE, (_, accent: string, letter: string) => `${letter.replace('ı', 'i').replace('ȷ', 'j')}${ACCENTS[accent]}`)
    .replace(BELOW, (_, letter: string, accent: string) => `${letter}${ACCENTS[accent]}`);
}

function tidyLine({ text, size }: TextLine): TextLine[] {
  const plain = plainLetters(text).replace(/[^\S\t\n]+/g, ' ');
  return plain.split('\n').flatMap((line) => inPieces(line.trim())).map((line) => ({ text: line, size }));
}

/** Ligatures and full-width letters become the plain ones that words are made of. */
function plainLetters(text: string): string {
  return text
    .toWellFormed()
    .replace(WITHOUT_WIDTH, '')
    .normalize('NFKC')
    .replace(NO_LETTERS, ' ');
}

function inPieces(line: string): string[] {
  if (line.length <= LONGEST_LINE) return [line];
  const space = line.lastIndexOf(' ', LONGEST_LINE);
  const end = space > LONGEST_LINE / 2 ? space : LONGEST_LINE;
  const pieces = [line.slice(0, end).trim()];
  for (let at = end; at < line.length; at += LONGEST_LINE) pieces.push(line.slice(at, at + LONGEST_LINE).trim());
  return pieces;
}
