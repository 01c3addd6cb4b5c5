import { type Span, spansOf } from './spans.js';

const LOCAL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}._%+'-]{0,62}[\p{L}\p{N}_+-])?`;
const DOMAIN = String.raw`(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,5}[\p{L}]{2,24}`;
const EMAIL = new RegExp(String.raw`${LOCAL}[ ]{0,2}@[ ]{0,2}${DOMAIN}`, 'gu');
// Divided at the end of a narrow column: `ines@post` and `kasse.example`, or `ines@postkasse.` and `example`.
const DIVIDED_EMAIL = new RegExp(String.raw`${LOCAL}@(?:[\p{L}\p{N}-]{1,63}\.){0,3}(?:[\p{L}\p{N}-]{0,63}[.-]?|(?<=\.)\p{L})\n(?:[\p{L}\p{N}-]{1,63}\.){0,3}[\p{L}]{1,24}(?![^\s])`, 'gu');
const COMPLETE_DOMAIN = /@[^\n]*\.\p{L}{2,}\n/u;
const DIVIDED_LOCAL = /(?<=^|\n|\t)[\p{Ll}\p{N}]*[._-][\p{Ll}\p{N}._-]*\n(?=[\p{Ll}\p{N}._-]{1,64}@)/gu;
// Written out to hide it from machines.
const AT = String.raw`\s?(?:[[({<]\s?(?:at|@|ät|arroba|chez)\s?[\])}>]|\s(?:at|AT)\s|@)\s?`;
// A full stop with a space after it alone ends a sentence.
const DOT = String.raw`(?:\s?[[({<]\s?(?:dot|\.|punkt|point|punto|ponto)\s?[\])}>]\s?|\s{1,2}(?:dot|DOT)\s{1,2}|[ ]{1,2}\.[ ]{1,2}|\.)`;
const SPELLED_EMAIL = new RegExp(String.raw`[\p{L}\p{N}][\p{L}\p{N}_+-]{0,40}(?:${DOT}[\p{L}\p{N}_+-]{1,40}){0,4}${AT}[\p{L}\p{N}-]{1,63}(?:${DOT}[\p{L}]{2,24}){1,3}(?!\p{L})`, 'giu');
const BROKEN_EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}._-]{0,200}/gu;

/** E-mail addresses, however they are written. */
export function emailsIn(text: string): Span[] {
  const spelled = spansOf(text, SPELLED_EMAIL, 'e-mail').filter(({ start, end }) => isSpelledOut(text.slice(start, end)));
  const divided = spansOf(text, DIVIDED_EMAIL, 'e-mail').filter(({ start, end }) => !COMPLETE_DOMAIN.test(text.slice(start, end)));
  return [EMAIL, BROKEN_EMAIL, DIVIDED_LOCAL].flatMap((pattern) => spansOf(text, pattern, 'e-mail')).concat(divided, spelled);
}

/** "I worked at booking.com" is no address; with "dot" written out, a bracket, an @ or a dot before the "at" it is. */
function isSpelledOut(found: string): boolean {
  return /[[({<@]|\sdot\s/i.test(found) || (/[._+\d][^\s]*\sat\s/i.test(found) && !/\.(?:js|net|py|io)\sat\s/i.test(found));
}

/** The part of an address before the @, however that is written. */
export function localPart(email: string): string {
  return email.split(/\s?[[({<]?\s?@|\s?[[({<]\s?(?:at|ät|arroba|chez)\s?[\])}>]|\sat\s/i)[0]!.trim();
}

const URL = /\b(?:https?|ftp):\/\/\S{1,500}|\bwww\.\S{2,300}|\bmailto:\S{1,300}/giu;
const PROFILE = /(?<![\p{L}\p{N}.-])(?:[\w-]{1,40}\.){0,3}(?:linkedin|github|gitlab|bitbucket|twitter|facebook|instagram|medium|behance|dribbble|kaggle|stackoverflow|leetcode|hackerrank|codepen|xing|researchgate|orcid|youtube|t|wa)\.(?:com|org|net|io|me|in|de|fr)\/\S{1,300}/giu;
const PAGES = /(?<![\p{L}\p{N}.@-])[\w-]{1,60}\.(?:github|gitlab|vercel|netlify|herokuapp|blogspot|wordpress|medium|wixsite|notion)\.(?:io|app|com|site)\b(?:\/\S{0,300})?/giu;
// The rest of a profile's address that did not fit into its column, or stands there without its host.
const PATH = /(?<![\p{L}\p{N}.-])\/?(?:in|pub)\/[\p{L}\p{N}_%.-]{3,100}\/?/giu;
const LABELLED_HANDLE = /(?<![\p{L}\p{N}])(?:linked ?in|github|gitlab|bitbucket|twitter|skype(?: id)?|telegram|instagram|discord|wechat|whatsapp|facebook|xing|kaggle|behance|dribbble|leetcode|hackerrank|stack ?overflow|orcid)(?: id| profile)?\s?[:：]\s?([^\s,;|•·]{2,120})/giu;
const LABELLED_SITE = /(?<![\p{L}\p{N}])(?:website|web|site|homepage|portfolio|blog|url)\s?[:：]\s?([^\s,;|•·]{1,80}\.[^\s,;|•·]{2,120})/giu;
const HANDLE = /(?<![\p{L}\p{N}.@/])@[a-z][\w.-]{2,39}(?![\w/])/giu;

/** Web addresses and names on networks. `isContact` says whether a place is where people write how to reach them. */
export function linksIn(text: string, isContact: (at: number) => boolean): Span[] {
  const bare = /(?<![\p{L}\p{N}.@-])(?:[\p{L}\p{N}-]{1,63}\.){1,4}(?:com|net|org|io|dev|me|info|eu|co|uk|de|fr|es|it|nl|no|se|dk|pl|at|ch|in|br|pt|us|ca|tech|design|app|page|site|xyz|example)(?![\p{L}\p{N}])(?:\/\S{0,300})?/giu;
  return [
    ...[URL, PROFILE, PAGES, PATH, LABELLED_HANDLE, LABELLED_SITE].flatMap((pattern) => spansOf(text, pattern, 'link')),
    ...[bare, HANDLE].flatMap((pattern) => spansOf(text, pattern, 'link')).filter(({ start }) => isContact(start)),
    ...spansOf(text, bare, 'link').filter(({ start, end }) => text.slice(start, end).includes('/')),
  ];
}

const NUMBER = /(?<![\p{L}\p{N}.,])(?:\+|\(\+|\b00)?\s?[\d(](?:[ \t]?[\d()./·–-]){6,24}(?:\s?(?:ext\.?|x|dw|poste)\s?\d{1,6})?/giu;
const LABEL = /(?:phone|tel|mob|cell|call|fon|handy|ramal|celular|telef|whats|fax|contact|kontakt|móvil|rufnummer|portable|gsm|puhelin|mobil|no\.?|numbers?|[☎✆📞📱]|\bm|\bt|\bp)\W{0,8}$/iu;
const DATES = /^\D{0,2}(?:(?:\d{1,2}[./-]){0,2}(?:19|20)\d{2}|(?:19|20)\d{2}(?:[./-]\d{1,2}){0,2})(?:[ \t–—-]+(?:(?:\d{1,2}[./-]){0,2}(?:19|20)?\d{2}|(?:19|20)\d{2}(?:[./-]\d{1,2}){0,2})){0,2}\D{0,2}$/u;
const NATIONAL = /^(?:\(?0\d{1,5}\)?[ \t./-]?\d[\d \t./-]{4,13}\d|\(\d{2,4}\)[ \t-]?\d{3,5}[ \t.-]?\d{3,5}|\d{3}[.-]\d{3}[.-]\d{4}|[6-9]\d{4}[ -]?\d{5}|\d{2}[ .]\d{2}[ .]\d{2}[ .]\d{2}(?:[ .]\d{2})?)$/;

/** Written like this they are phone numbers wherever they stand, whatever figures stand around them. */
const SHAPES: readonly string[] = [
  String.raw`(?:1[ .-])?\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}`,
  String.raw`\d{10,11}`,
  String.raw`[1-9]\d{2}[ ]\d{3}[ ](?!000)\d{3}`,
  String.raw`\(?\d{2}\)?[ .-]?(?!(?:19|20)\d{2}[ -](?:19|20)\d{2})9?\d{4}-\d{4}`,
  String.raw`\(0\)[ ]?\d{2,5}[ .-]?\d{3,4}[ .-]?\d{3,4}`,
];
const SHAPE = new RegExp(String.raw`(?<!\p{N}|\p{N}[.,-])(?:${SHAPES.join('|')})(?!\p{N}|[.,-]\p{N})`, 'gu');
const MOST_AGAIN = 20;
const APART = String.raw`[ \t()./·–-]{0,3}`;

/** A number again, with or without its prefixes, and divided otherwise. */
function again(shadow: string, found: readonly Span[]): Span[] {
  const tails = found.map(({ start, end }) => shadow.slice(start, end).replace(/(?:ext|x|dw|poste).*$/i, '').replace(/\D/g, '').slice(-8)).filter((tail) => tail.length >= 7);
  return [...new Set(tails)].slice(0, MOST_AGAIN).flatMap((tail) => spansOf(shadow, new RegExp(String.raw`(?<!\d)\+?(?:\d${APART}){0,7}${[...tail].join(APART)}(?!\d)`, 'gu'), 'phone'));
}

/** Phone numbers, international and national, but not dates, periods and large figures. */
export function phonesIn(text: string, isContact: (at: number) => boolean): Span[] {
  const shadow = text.replace(/\p{Nd}/gu, (digit) => String(digitOf(digit)).padEnd(digit.length)).replace(/[‐‑‒−]/g, '-').replace(/\u00a0/g, ' ');
  const numbers = spansOf(shadow, NUMBER, 'phone').map((span) => trimmed(shadow, span)).filter(({ start, end }) => {
    const found = shadow.slice(start, end);
    const digits = found.replace(/(?:ext|x|dw|poste).*$/i, '').replace(/\D/g, '').length;
    if (digits < 7 || digits > 15 || DATES.test(found)) return false;
    if (/^\(?\+|^00/.test(found) || NATIONAL.test(found)) return true;
    return LABEL.test(shadow.slice(Math.max(0, start - 24), start)) || (isContact(start) && digits >= 8);
  }).concat(spansOf(shadow, SHAPE, 'phone'));
  return numbers.concat(again(shadow, numbers));
}

function trimmed(text: string, { start, end, kind }: Span): Span {
  const found = text.slice(start, end);
  const before = /^\s*/.exec(found)![0].length;
  const after = /[\s(./·–-]*$/.exec(found)![0].length;
  return { start: start + before, end: end - after, kind };
}

/** Digits of any script begin at a multiple of ten after the zero of their block. */
function digitOf(digit: string): number {
  if (/\d/.test(digit)) return Number(digit);
  let point = digit.codePointAt(0)!;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - 1))) {
    point -= 1;
    value += 1;
  }
  return value;
}
