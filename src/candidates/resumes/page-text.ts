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
}

type Line = readonly Segment[];

// In widths of a letter: below the first there is no space between two pieces, above the second they stand in different columns.
const SPACE = 0.15;
const GUTTER = 1.2;
// Fewer lines side by side are a heading with its date, not columns.
const LINES_OF_A_COLUMN = 3;
// Finding columns compares lines with each other; a page of a real resume has fewer than a hundred.
const MOST_LINES = 250;

/** The text of a page in the order people read it, column by column. A line is a line; a tab stands between far-apart pieces. */
export function pageText(pieces: readonly Piece[]): string {
  const visible = pieces.filter(({ text }) => text.trim() !== '');
  const lines = linesOf(visible);
  const ordered = lines.length > MOST_LINES ? lines : readingOrder(lines, GUTTER * typicalSize(visible));
  return ordered
    .map((line) => line.map(({ text }) => closeUp(text.trim())).join('\t'))
    .join('\n')
    .replace(/(\p{L})[-\u00ad]\n(?=\p{Ll})/gu, '$1')
    .replaceAll('\u00ad', '');
}

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
      segments.push({ text: piece.text, left: piece.x, right: piece.x + piece.width });
    } else {
      segment.text += (gap > SPACE ? ' ' : '') + piece.text;
      segment.right = Math.max(segment.right, piece.x + piece.width);
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
  return [
    ...readingOrder(lines.slice(0, found.from), gutter),
    ...readingOrder(left.filter(hasText), gutter),
    ...readingOrder(right.filter(hasText), gutter),
    ...readingOrder(lines.slice(found.to), gutter),
  ];
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
