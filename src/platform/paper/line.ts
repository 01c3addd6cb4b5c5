import bidiFactory from 'bidi-js';
import { type Face, type Typefaces } from './typefaces.js';

/** A stretch of a line that one font draws, in the order in which its letters are read. */
export interface Piece {
  readonly font: string;
  readonly text: string;
  /** It is drawn from right to left, as one whole. */
  readonly rightToLeft: boolean;
}

interface Stretch {
  readonly text: string;
  readonly rightToLeft: boolean;
}

// A CommonJS module: Node hands over what it exports, its types speak of a member `default`.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();
/** What the fonts' shaping draws from right to left by itself. */
const RIGHT_TO_LEFT = /\p{Script=Arabic}/u;

export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** One line as it is drawn, from left to right, whichever scripts are mixed in it. */
export function piecesOf(line: string, face: Face, typefaces: Typefaces): Piece[] {
  return inVisualOrder(line).flatMap(({ text, rightToLeft }) => {
    const pieces = typefaces.runs(text, face).map((run) => ({ font: run.font, text: turned(run.text, rightToLeft), rightToLeft }));
    return rightToLeft ? pieces.reverse() : pieces;
  });
}

/** By the Unicode bidirectional algorithm; the side on which a line begins is that of its first letter. */
function inVisualOrder(line: string): Stretch[] {
  if (!RIGHT_TO_LEFT.test(line)) return line === '' ? [] : [{ text: line, rightToLeft: false }];
  const embedding = bidi.getEmbeddingLevels(line);
  const mirrored = bidi.getMirroredCharactersMap(line, embedding.levels);
  const stretches: { level: number; indices: number[] }[] = [];
  for (const index of bidi.getReorderedIndices(line, embedding)) {
    const level = embedding.levels[index] ?? 0;
    const last = stretches.at(-1);
    if (last && last.level === level) last.indices.push(index);
    else stretches.push({ level, indices: [index] });
  }
  return stretches.map(({ level, indices }) => {
    const read = indices.toSorted((one, other) => one - other);
    return { text: read.map((index) => mirrored.get(index) ?? line.charAt(index)).join(''), rightToLeft: level % 2 === 1 };
  });
}

/** The fonts' shaping chooses the direction by the script: what shall go the other way is handed over turned round. */
function turned(text: string, rightToLeft: boolean): string {
  if (RIGHT_TO_LEFT.test(text) === rightToLeft) return text;
  return [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment).reverse().join('');
}
