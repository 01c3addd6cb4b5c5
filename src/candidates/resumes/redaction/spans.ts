import { type PersonalKind } from '../reading.js';

/** A stretch of a text that is personal. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: PersonalKind;
}

/** A span for everything that a pattern finds; `g` must be set. Its first group, where it has one, says what of the match is meant. */
export function spansOf(text: string, pattern: RegExp, kind: PersonalKind): Span[] {
  return Array.from(text.matchAll(new RegExp(pattern, `d${pattern.flags}`)), ({ indices }) => {
    const [start, end] = indices![1] ?? indices![0]!;
    return { start, end, kind };
  });
}

/** The text with each span replaced by what it was, such as `[phone]`. Lines stay lines. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, kind } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    const breaks = text.slice(from, end).replace(/[^\n]/g, '');
    result += text.slice(at, from) + (start < at ? '' : `[${kind}]`) + breaks;
    at = end;
  }
  return result + text.slice(at);
}
