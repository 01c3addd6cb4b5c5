import { type Span, type Timing } from '../../../speaking/take-kind.js';

/** What was said to a question until now, and when: in milliseconds of the time that was the candidate's. */
export interface Spoken {
  readonly text: string;
  readonly durationMs: number;
  readonly speech: readonly Span[];
  readonly timings: readonly Timing[];
}

/** Something the candidate said in one go. */
export interface Utterance {
  readonly itemId: string;
  readonly position: number;
  /** How long they were silent before it, while nobody else spoke; 0 before the first: thinking is no pause. */
  readonly quietMs: number;
  readonly startMs: number;
  readonly endMs: number | null;
  /** Null as long as nobody has written it down; empty when there was nothing to write. */
  readonly text: string | null;
}

export const NOTHING_SAID: Spoken = { text: '', durationMs: 0, speech: [], timings: [] };

/** What was said in all: what stood there before, and these utterances behind it. The interviewer's time counts for nobody. */
export function spokenInAll(before: Spoken, utterances: readonly Utterance[]): Spoken {
  return utterances.reduce(saidNext, before);
}

function saidNext({ text, durationMs, speech, timings }: Spoken, { quietMs, startMs, endMs, text: words }: Utterance): Spoken {
  const said = (words ?? '').trim();
  if (said === '' || endMs === null) return { text: join(text, said), durationMs, speech, timings };
  const startsAt = Math.round(durationMs + quietMs);
  const endsAt = startsAt + Math.max(1, Math.round(endMs - startMs));
  const whole = join(text, said);
  return {
    text: whole,
    durationMs: endsAt,
    speech: [...speech, [startsAt, endsAt]],
    timings: [...timings, { from: whole.length - said.length, to: whole.length, startMs: startsAt, endMs: endsAt }],
  };
}

const join = (before: string, said: string): string => [before.trimEnd(), said].filter((part) => part !== '').join(' ');
