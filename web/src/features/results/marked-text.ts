import { type CriterionId, type CriterionMark } from '../../api/schema.js';

/** A stretch of the answer that is covered by the same notes throughout. */
export interface Stretch {
  start: number;
  text: string;
  /** The criteria that quote this stretch. */
  quotedBy: CriterionId[];
  /** The criteria of which a quote ends here: there stands the number of the note. */
  endsFor: CriterionId[];
}

/** Cuts an answer where quotes begin and end, and at `more` places. Offsets are JavaScript string offsets; quotes may overlap. */
export function stretches(text: string, criteria: readonly CriterionMark[], more: readonly number[] = []): Stretch[] {
  const quotes = criteria.flatMap(({ id, quotes: own }) => own.map(({ start, end }) => ({ id, start: Math.max(0, start), end: Math.min(text.length, end) })))
    .filter(({ start, end }) => start < end);
  const cuts = [...new Set([0, ...more, text.length, ...quotes.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return {
      start,
      text: text.slice(start, end),
      quotedBy: [...new Set(quotes.filter((quote) => quote.start <= start && quote.end >= end).map(({ id }) => id))],
      endsFor: [...new Set(quotes.filter((quote) => quote.end === end).map(({ id }) => id))],
    };
  });
}
