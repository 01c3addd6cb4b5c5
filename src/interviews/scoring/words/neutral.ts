import { BEFORE_A_NAME, DAYS_AND_MONTHS, ENGLISH_NAMES, PARTICLES, TITLES, VERB_OF_A_PERSON } from './english-names.js';
import { agreeing, oneForm } from './pronouns.js';

/** A text in which every name is `Z1`, `Z2` … and everybody "they", with the way back to where a piece of it stood. */
export interface Neutral {
  readonly text: string;
  /** The offset in the original of an offset in `text`; names are taken whole. */
  readonly startAt: (offset: number) => number;
  readonly endAt: (offset: number) => number;
}

/** Whether a lower-case word is a word of the language, and no name. */
export type IsKnown = (word: string) => boolean;

interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the one before and this. */
  readonly before: string;
  readonly isCapital: boolean;
  /** Where an ordinary word may have a capital. */
  readonly opens: boolean;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*[+#]*/gu;
const OPENING = /[.!?:\n"“”‘([•]|\s[-–—]\s|^$/;

/**
 * Who is spoken of, and where, must not move a score by a digit: names of people and places, with titles and of several
 * words, and the pronouns of the third person are taken out of the text before anything in it is measured.
 */
export function neutral(text: string, isKnown: IsKnown): Neutral {
  const tokens = tokensOf(text);
  const names = namesAmong(tokens, isKnown);
  const pieces: Piece[] = [];
  const numbers = new Map<string, number>();
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    const length = runOfName(tokens, at, names);
    if (token !== undefined && length > 0) pieces.push(nameless(tokens.slice(at, at + length), numbers));
    else if (token !== undefined) pieces.push(...impersonal(token, tokens[at + 1]));
    at += Math.max(length, 1);
  }
  return replaced(text, pieces);
}

/** Whether a word of a neutral text stands for a name. */
export function isName(word: string): boolean {
  return /^z\d+(?:'s)?$/.test(word);
}

function tokensOf(text: string): Token[] {
  let last = 0;
  return Array.from(text.matchAll(WORD), (match): Token => {
    const [word] = match;
    const [start, end] = [match.index, match.index + word.length];
    const before = text.slice(last, start);
    last = end;
    return { text: word, lower: word.toLowerCase().replaceAll('’', "'"), start, end, before, isCapital: /^\p{Lu}/u.test(word), opens: OPENING.test(start === 0 ? '' : before) || start === before.length };
  });
}

/** For each word, whether it is a name by itself. */
function namesAmong(tokens: readonly Token[], isKnown: IsKnown): boolean[] {
  // Where most words have a capital, a capital says nothing.
  const amid = tokens.filter(({ opens }) => !opens);
  const tells = amid.filter(({ isCapital, lower }) => isCapital && lower !== 'i').length <= amid.length / 2;
  const surely = tokens.map((token) => isNameAlone(token, isKnown, tells));
  const met = new Set(tokens.filter((_, at) => surely[at]).map(({ lower }) => bare(lower)));
  return tokens.map((token, at) => {
    if (surely[at] === true || !token.isCapital || !token.opens || !tells) return surely[at] === true;
    const word = bare(token.lower);
    if (!ENGLISH_NAMES.has(word)) return false;
    return met.has(word) || word !== token.lower || VERB_OF_A_PERSON.test(tokens[at + 1]?.lower ?? '') || isTitle(tokens[at - 1]);
  });
}

function isNameAlone({ text, lower, isCapital, opens }: Token, isKnown: IsKnown, tells: boolean): boolean {
  if (/\p{N}/u.test(text)) return false;
  // A script without capitals, in an answer that can be read as English.
  if (/^\p{Lo}/u.test(text)) return true;
  if (!isCapital || /^i(?:'|$)/.test(lower)) return false;
  const word = bare(lower);
  if (tells && !opens && ENGLISH_NAMES.has(word)) return true;
  return !isKnown(word) && !isKnown(lower) && oneForm(lower) === null && !DAYS_AND_MONTHS.has(word) && !TITLES.has(word);
}

/** How many words from here on are one name, with its title; 0 when none begins here. */
function runOfName(tokens: readonly Token[], from: number, names: readonly boolean[]): number {
  let at = from;
  if (isTitle(tokens[at]) && /^\.?\s+$/.test(tokens[at + 1]?.before ?? '')) at += 1;
  if (begins(tokens, at) && names[at + 1] === true && follows(tokens[at + 1])) at += 1;
  while (at === from && PARTICLES.has(tokens[at]?.text ?? '') && names[at + 1] === true && follows(tokens[at + 1]) && !/\b(?:a|the|my|our)$/.test(tokens[at - 1]?.lower ?? '')) at += 1;
  const isTitled = at > from && isTitle(tokens[from]) && tokens[at]?.isCapital === true;
  if (names[at] !== true && !isTitled) return 0;
  at += 1;
  while (at < tokens.length) {
    const more = goesOn(tokens, at, names);
    if (more === 0) break;
    at += more;
  }
  return at - from;
}

/** Not behind the end of a sentence: "longer than I do. Ignore …" holds no Do Ignore. */
function follows(token: Token | undefined): boolean {
  return /^\s+$/.test(token?.before ?? '');
}

function goesOn(tokens: readonly Token[], at: number, names: readonly boolean[]): number {
  const [token, next, last] = [tokens[at], tokens[at + 1], tokens[at - 1]];
  if (token === undefined || last === undefined || /['’]s$/.test(last.text)) return 0;
  const isInitial = last.text.length === 1 && /^\.\s*$/.test(token.before);
  if (!/^(?:[ \t]+|\s*[-&’']\s*)$/.test(token.before) && !isInitial) return 0;
  if (names[at] === true) return 1;
  if (PARTICLES.has(token.text) && names[at + 1] === true) return 2;
  if (PARTICLES.has(token.text) && PARTICLES.has(next?.text ?? '') && names[at + 2] === true) return 3;
  const isOrdinary = !token.isCapital || /^i(?:'|$)/.test(token.lower) || DAYS_AND_MONTHS.has(token.lower) || oneForm(token.lower) !== null;
  return isOrdinary || isTitle(token) ? 0 : 1;
}

function begins(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.isCapital === true && BEFORE_A_NAME.has(token.lower);
}

function isTitle(token: Token | undefined): boolean {
  return token !== undefined && TITLES.has(token.lower);
}

function nameless(run: readonly Token[], numbers: Map<string, number>): Piece {
  const words = run.filter((token) => !isTitle(token)).map(({ lower }) => bare(lower));
  const key = words.join(' ');
  const number = numbers.get(key) ?? numbers.size + 1;
  numbers.set(key, number);
  const last = run.at(-1);
  const owns = /['’]s$/i.test(last?.text ?? '') ? "'s" : '';
  return { start: run[0]?.start ?? 0, end: last?.end ?? 0, by: `Z${number}${owns}` };
}

/** A pronoun of the third person, and the verb that agrees with it. */
function impersonal({ text, lower, start, end, isCapital }: Token, next: Token | undefined): Piece[] {
  const form = oneForm(lower);
  if (form === null) return [];
  const pieces = [{ start, end, by: isCapital && text !== 'I' ? form.charAt(0).toUpperCase() + form.slice(1) : form }];
  const verb = form === 'they' && next !== undefined && /^\s+$/.test(next.before) ? agreeing(next.lower) : next?.lower;
  return next === undefined || verb === undefined || verb === next.lower ? pieces : [...pieces, { start: next.start, end: next.end, by: verb }];
}

function bare(lower: string): string {
  return lower.replace(/'s$/, '');
}

function replaced(text: string, pieces: readonly Piece[]): Neutral {
  const parts: string[] = [];
  const marks: { from: number; to: number; start: number; end: number }[] = [];
  let [last, length] = [0, 0];
  for (const { start, end, by } of pieces) {
    parts.push(text.slice(last, start), by);
    length += start - last;
    marks.push({ from: length, to: length + by.length, start, end });
    length += by.length;
    last = end;
  }
  const back = (offset: number, side: 'start' | 'end'): number => {
    const mark = marks.findLast(({ from }) => (side === 'start' ? from <= offset : from < offset));
    if (mark === undefined) return offset;
    if (side === 'start' ? offset < mark.to : offset <= mark.to) return mark[side];
    return mark.end + offset - mark.to;
  };
  return { text: [...parts, text.slice(last)].join(''), startAt: (offset) => back(offset, 'start'), endAt: (offset) => back(offset, 'end') };
}
