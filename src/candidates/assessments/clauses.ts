import { type Marker, markerIn, type Weight } from './description-wording.js';

interface Piece {
  readonly text: string;
  readonly marker: Marker | null;
  /** Where its first skill stands; null when it names none. */
  readonly firstSkill: number | null;
}

const BETWEEN = /[,()]|\b(?:and|but|or)\b/gi;

/**
 * How much a sentence wants each of its skills, which stand at these places, in order; null where it does not say.
 * "Ideally you know A and B" governs what follows, "A and B are a plus" what stands before, and "(a plus)" only its
 * neighbour on the left.
 */
export function weightsIn(sentence: string, skillsAt: readonly number[]): (Weight | null)[] {
  const cuts = [0, ...Array.from(sentence.matchAll(BETWEEN), ({ index }) => index)];
  let next = 0;
  const counts: number[] = [];
  const pieces = cuts.map((start, index): Piece => {
    const end = cuts[index + 1] ?? sentence.length;
    const first = next;
    while (next < skillsAt.length && skillsAt[next]! < end) next += 1;
    counts.push(next - first);
    const text = sentence.slice(start, end);
    return { text, marker: markerIn(text), firstSkill: next > first ? skillsAt[first]! - start : null };
  });
  return weightsOf(pieces).flatMap((weight, index) => Array<Weight | null>(counts[index]!).fill(weight));
}

function weightsOf(pieces: readonly Piece[]): (Weight | null)[] {
  const following = governing(pieces.toReversed(), (piece) => !leads(piece)).toReversed();
  const leading = governing(pieces, leads);
  return pieces.map(({ marker }, index) => {
    const next = pieces[index + 1];
    // "Not required, but an advantage" is nice to have.
    if (marker?.weight === 'not' && isOnlyNice(pieces.slice(index + 1, index + 3).find(({ text }) => /\p{L}/u.test(text)))) return 'nice';
    if (marker) return marker.weight;
    if (next?.marker && isAside(next)) return next.marker.weight;
    return leading[index] ?? following[index] ?? null;
  });
}

/** For each piece the weighing word met last on the way, if it looks in this direction. */
function governing(pieces: readonly Piece[], looksThisWay: (piece: Piece) => boolean): (Weight | null)[] {
  let current: Weight | null = null;
  return pieces.map((piece) => {
    const before = current;
    if (piece.marker && !isAside(piece)) current = looksThisWay(piece) ? piece.marker.weight : null;
    return before;
  });
}

function isOnlyNice(piece: Piece | undefined): boolean {
  return piece?.marker?.weight === 'nice' && piece.firstSkill === null;
}

function isAside({ text, firstSkill }: Piece): boolean {
  return text.startsWith('(') && firstSkill === null;
}

/** True when the weighing word stands before what it weighs. */
function leads({ text, marker, firstSkill }: Piece): boolean {
  if (!marker) return false;
  if (firstSkill !== null) return marker.at < firstSkill;
  return !/\p{L}/u.test(text.slice(0, marker.at).replace(/^(?:and|but|or)\b/i, '')) && /\p{L}{3}/u.test(text.slice(marker.end));
}
