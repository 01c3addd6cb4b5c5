import { type Timing } from './take-kind.js';

/** A stretch of speech that was recognised, and when, in milliseconds from the beginning of the recording. */
export interface Phrase {
  text: string;
  startMs: number;
  endMs: number;
}

/** A transcript and when each of its phrases was said. */
export interface Heard {
  text: string;
  timings: Timing[];
}

/** Phrases as one text. Recognisers leave out capitals and full stops; nothing but the first capital is put in for them. */
export function joinPhrases(phrases: readonly Phrase[]): Heard {
  let text = '';
  const timings: Timing[] = [];
  for (const phrase of phrases) {
    const said = phrase.text.trim().replace(/\s+/g, ' ');
    if (said === '') continue;
    const from = text === '' ? 0 : text.length + 1;
    text = text === '' ? said.charAt(0).toUpperCase() + said.slice(1) : `${text} ${said}`;
    timings.push({ from, to: text.length, startMs: Math.round(phrase.startMs), endMs: Math.round(Math.max(phrase.startMs, phrase.endMs)) });
  }
  return { text, timings };
}
