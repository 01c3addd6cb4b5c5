/** How wide a text is at size 1. */
type Measure = (text: string) => number;

export interface SetName {
  readonly lines: readonly string[];
  readonly size: number;
}

interface Room {
  readonly width: number;
  readonly most: number;
  /** Below this size, two or three lines read better than one. */
  readonly comfortable: number;
  readonly mostLines: number;
}

interface Word {
  readonly text: string;
  readonly width: number;
}

/** A name on as few lines as it reads well on, as large as fits. A name without a space stays on one line. */
export function setName(name: string, { width, most, comfortable, mostLines }: Room, measure: Measure): SetName {
  const words = name.trim().split(/\s+/u).map((text) => ({ text, width: measure(text) }));
  const space = measure(' ');
  let best: SetName = { lines: [name], size: 0 };
  for (let count = 1; count <= Math.min(mostLines, words.length); count += 1) {
    const lines = balanced(words, count, space).map((line) => line.map(({ text }) => text).join(' '));
    const size = Math.min(most, width / Math.max(...lines.map(measure)));
    if (size > best.size) best = { lines, size };
    if (best.size >= comfortable) break;
  }
  return best;
}

/** The words on so many lines that the longest is as short as can be. */
function balanced(words: readonly Word[], count: number, space: number): (readonly Word[])[] {
  if (count === 1) return [words];
  const longest = (lines: readonly (readonly Word[])[]): number => Math.max(...lines.map((line) => line.reduce((sum, word) => sum + word.width + space, 0)));
  return words.slice(0, 1 - count)
    .map((_, index) => [words.slice(0, index + 1), ...balanced(words.slice(index + 1), count - 1, space)])
    .reduce((best, lines) => (longest(lines) < longest(best) ? lines : best));
}
