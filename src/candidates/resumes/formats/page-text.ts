import { type TextLine } from '../reading.js';
import { isDateLabel } from './date-label.js';

/** A piece of text as it stands on a page: where it begins, how wide it is, how large its letters are. Points; y grows upwards. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

interface Segment {
  text: string;
  readonly left: number;
  right: number;
  size: number;
}

type Line = readonly Segment[];

// In widths of a letter: below the first there is no space between two pieces, above the second they stand in different columns.
const SPACE = 0.15;
const GUTTER = 1.2;
// Fewer lines side by side are a heading with its date, not columns.
const LINES_OF_A_COLUMN = 3;
// Finding columns compares lines with each other; a page of a real resume has fewer than a hundred.
const MOST_LINES = 250;
const DIVIDED = /\p{L}[-\u00ad]$/u;

/** The lines of a page in the order people read them, column by column. A tab stands between far-apart pieces of a line. */
export function pageLines(pieces: readonly Piece[]): TextLine[] {
  const visible = pieces.filter(({ text }) => text.trim() !== '');
  const lines = linesOf(visible);
  const ordered = lines.length > MOST_LINES ? lines : readingOrder(lines, GUTTER * typicalSize(visible));
  return withoutDivisions(ordered.map((line) => ({
    text: line.map(({ text }) => closeUp(text.trim())).join('\t'),
    size: Math.max(...line.map(({ size }) => size)),
  })));
}

/** The text of a page, a line a line. */
export function pageText(pieces: readonly Piece[]): string {
  return pageLines(pieces).map(({ text }) => text).join('\n');
}

/** A word divided at the end of a line becomes one again, and takes the rest of the next line with it. */
function withoutDivisions(lines: readonly TextLine[]): TextLine[] {
  const whole: TextLine[] = [];
  for (const line of lines) {
    const before = whole.at(-1);
    if (before && DIVIDED.test(before.text) && /^\p{Ll}/u.test(line.text)) whole[whole.length - 1] = { text: withoutHyphen(before.text) + line.text, size: before.size };
    else whole.push(line);
  }
  return whole.map(({ text, size }) => ({ text: text.replaceAll('\u00ad', ''), size }));
}

/** In the address of a mail or a page the hyphen is its own. */
const withoutHyphen = (text: string): string => (/[@/]\S*-$/.test(text) ? text : text.slice(0, -1));

/** How many words a text has; in scripts that put no spaces between words, each sign counts. */
export function countWords(text: string): number {
  return text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’+#.-]*/gu)?.length ?? 0;
}

function linesOf(pieces: readonly Piece[]): Line[] {
  const rows: { y: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    if (row && row.y - piece.y < 0.5 * Math.max(row.size, piece.size)) row.pieces.push(piece);
    else rows.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  return rows.map((row) => segmentsOf(row.pieces));
}

function segmentsOf(pieces: Piece[]): Line {
  const segments: Segment[] = [];
  let previous: Piece | undefined;
  for (const piece of pieces.sort((a, b) => a.x - b.x)) {
    const segment = segments.at(-1);
    // Some programs print bold by printing twice, a hair's breadth apart.
    if (previous?.text === piece.text && piece.x - previous.x < SPACE * piece.size) continue;
    const gap = segment ? (piece.x - segment.right) / piece.size : 0;
    if (!segment || gap > GUTTER) {
      segments.push({ text: piece.text, left: piece.x, right: piece.x + piece.width, size: piece.size });
    } else {
      segment.text += (gap > SPACE ? ' ' : '') + piece.text;
      segment.right = Math.max(segment.right, piece.x + piece.width);
      segment.size = Math.max(segment.size, piece.size);
    }
    previous = piece;
  }
  return segments;
}

function typicalSize(pieces: readonly Piece[]): number {
  const sizes = pieces.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}

/** What stands above two columns, the left one, the right one, what stands below; each of them may hold columns again. */
function readingOrder(lines: readonly Line[], gutter: number): Line[] {
  const found = widestColumns(lines, gutter);
  if (!found) return [...lines];
  const side = lines.slice(found.from, found.to);
  const left = side.map((line) => line.filter((segment) => segment.left < found.middle));
  const right = side.map((line) => line.filter((segment) => segment.left >= found.middle));
  if (areLabels(left, right) || areLabels(right, left)) {
    return [...readingOrder(lines.slice(0, found.from), gutter), ...side, ...readingOrder(lines.slice(found.to), gutter)];
  }
  return [
    ...readingOrder(lines.slice(0, found.from), gutter),
    ...readingOrder(left.filter(hasText), gutter),
    ...readingOrder(right.filter(hasText), gutter),
    ...readingOrder(lines.slice(found.to), gutter),
  ];
}

// What stands at the edge of a table: `Father's Name`, `Frameworks`, `Name:`, `68 %`.
const LABEL = /^(?:.{1,40}[:：]|(?:first |last |full |father['’]s |mother['’]s )?name|surname|address|e-?mail(?: id)?|phone|mobile|telephone|date of birth|dob|nationality|gender|sex|marital status|religion|(?:programming |known )?languages?(?: known)?|frameworks?|(?:developer )?tools?|databases?|operating systems?|os|librar(?:y|ies)|technologies|platforms?|web|cloud|others?|degree|year|percentage|cgpa|[\d.,/]{1,9} ?%?)$/i;

/** A narrow column of dates or labels is no text of its own: each belongs to the line beside it. */
function areLabels(some: readonly Line[], others: readonly Line[]): boolean {
  const textOf = (line: Line): string => line.map(({ text }) => text).join(' ').trim();
  const labels = some.filter(hasText);
  const beside = some.flatMap((line, index) => (hasText(line) && hasText(others[index]!) ? [{ text: textOf(line), other: textOf(others[index]!) }] : []));
  const sure = beside.filter(({ text, other }) => isDateLabel(text) || LABEL.test(text) || other.startsWith(':')).length;
  return sure > 0 && sure * 2 >= beside.length && sure * 3 >= labels.length;
}

const hasText = (line: Line): boolean => line.length > 0;

/** The longest run of lines that a white strip from top to bottom divides, with enough lines on either side. */
function widestColumns(lines: readonly Line[], gutter: number): { from: number; to: number; middle: number } | null {
  let best: { from: number; to: number; middle: number } | null = null;
  for (let from = 0; from < lines.length; from += 1) {
    let covered: { left: number; right: number }[] = [];
    for (let to = from + 1; to <= lines.length; to += 1) {
      covered = cover(covered, lines[to - 1]!, gutter);
      if (best && to - from <= best.to - best.from) continue;
      const middle = stripIn(covered, lines.slice(from, to));
      if (middle !== null) best = { from, to, middle };
    }
  }
  return best;
}

/** The stretches of the page's width that lines take up, with gaps narrower than a gutter closed. */
function cover(covered: readonly { left: number; right: number }[], line: Line, gutter: number): { left: number; right: number }[] {
  const merged: { left: number; right: number }[] = [];
  for (const { left, right } of [...covered, ...line].sort((a, b) => a.left - b.left)) {
    const last = merged.at(-1);
    if (last && left - last.right < gutter) last.right = Math.max(last.right, right);
    else merged.push({ left, right });
  }
  return merged;
}

function stripIn(covered: readonly { left: number; right: number }[], lines: readonly Line[]): number | null {
  for (const [index, { left }] of covered.entries()) {
    if (index === 0) continue;
    const onTheLeft = lines.filter((line) => line.some((segment) => segment.left < left)).length;
    const onTheRight = lines.filter((line) => line.some((segment) => segment.left >= left)).length;
    if (onTheLeft >= LINES_OF_A_COLUMN && onTheRight >= LINES_OF_A_COLUMN) return left;
  }
  return null;
}

// Kerning breaks spaced capitals unevenly: a heading may arrive as `EDUC AT I O N`.
const BROKEN_HEADING = /^(?=(?:.*(?<!\p{L})\p{Lu}(?!\p{L})){3})[\p{Lu} ]{4,60}$/u;
const SPACED_CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}(?: {1,4}\p{Lu}){3,}(?![\p{L}\p{N}])/gu;

/** `S K I L L S` is a word in spaced capitals; two spaces or more part the words. */
function closeUp(text: string): string {
  const close = (spaced: string): string => spaced.split(/ {2,}/).map((word) => word.replaceAll(' ', '')).join(' ');
  const closed = text.replace(SPACED_CAPITALS, close);
  return BROKEN_HEADING.test(closed) ? close(closed) : closed;
}
