import { type Timing } from './take-kind.js';

const SENTENCE = /[^.!?\n]+[.!?\n]*\s*/g;

/**
 * Remembers, for every character of what somebody writes down, how far the recording had been played when it was typed.
 * One hears a sentence and then types it: it was said between where the one before had ended and where one stopped to type.
 */
export class SentenceTimes {
  private text: string;
  private heardAt: (number | null)[];

  /** A text that was there before has no times. */
  constructor(text = '') {
    this.text = text;
    this.heardAt = Array.from(text, () => null);
    this.heardAt.length = text.length;
  }

  /** The text as it is now, `playedMs` into the recording. What stays of the old one keeps its times. */
  type(text: string, playedMs: number): void {
    const shorter = Math.min(text.length, this.text.length);
    let start = 0;
    while (start < shorter && text[start] === this.text[start]) start += 1;
    let end = 0;
    while (end < shorter - start && text.at(-1 - end) === this.text.at(-1 - end)) end += 1;
    const typed = Array.from({ length: text.length - start - end }, () => playedMs);
    this.heardAt = [...this.heardAt.slice(0, start), ...typed, ...this.heardAt.slice(this.heardAt.length - end)];
    this.text = text;
  }

  /** Sentence by sentence; those typed at one and the same moment of the recording are one. Nothing without having listened. */
  timings(): Timing[] {
    const timings: Timing[] = [];
    let startMs = 0;
    for (const { from, to } of sentencesOf(this.text)) {
      const endMs = Math.max(startMs, ...this.heardAt.slice(from, to).map((heard) => heard ?? 0));
      const before = timings.at(-1);
      if (endMs > startMs) timings.push({ from, to, startMs, endMs });
      else if (before) before.to = to;
      startMs = endMs;
    }
    return timings;
  }
}

function sentencesOf(text: string): { from: number; to: number }[] {
  return [...text.matchAll(SENTENCE)].map(({ index, 0: sentence }) => ({ from: index, to: index + sentence.trimEnd().length })).filter(({ from, to }) => to > from);
}
