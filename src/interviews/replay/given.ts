import { type AnswerKind, type Transcriber } from '../answer-kinds.js';
import { type RecordingView, type TakeKind } from '../recordings/recordings.dto.js';
import { alignSpeech, type Cue, type SpokenTimes } from './align.js';
import { deliveryOf } from './delivery.js';

/** Why nothing of a take can be played: nobody allowed it to be kept, its time was over, or it was deleted before. */
export interface Gone {
  readonly why: 'not_kept' | 'ended' | 'deleted';
  /** Since when, as JSON has it. */
  readonly at: string | null;
  /** How long it was kept, when its time was over. */
  readonly days: number | null;
}

/** `fillers`: how often a transcriber heard "um", where one counts. */
export interface Measured extends SpokenTimes {
  readonly fillers?: number | null;
}

/** How an answer was spoken the last time, and what is left of that. */
export interface SpokenTake {
  readonly takeId: string;
  readonly kind: TakeKind;
  /** How often the question was spoken. */
  readonly number: number;
  /** What the browser measured; null when it could not. */
  readonly measured: Measured | null;
  readonly recording: RecordingView | null;
  /** Null while there is a recording, and where one is not looked for. */
  readonly gone: Gone | null;
}

/** How an answer came to be: typed, or spoken and then written down by somebody. */
export interface Given {
  readonly kind: AnswerKind;
  readonly transcriber: Transcriber;
  readonly text: string;
  /** Null when it was not spoken. */
  readonly take: SpokenTake | null;
}

/** As a report shows it. `startsAt`: where the answer begins in the text that the report shows. */
export function givenView(given: Given, startsAt: number) {
  const { kind, transcriber, take } = given;
  if (!take) return { kind, transcriber, take: null };
  const { takeId, number, recording, gone } = take;
  const cues = cuesOf(given).map(({ from, to, startMs, endMs }) => ({ from: from + startsAt, to: to + startsAt, startMs, endMs }));
  return { kind, transcriber, take: { takeId, kind: take.kind, number, recording, gone, cues, estimated: isEstimated(given), delivery: measuredIn(given) } };
}

/** The phrases of an answer and when each was said. None where the text is not what was spoken, or nobody knows how long that was. */
export function cuesOf({ kind, text, take }: Given): Cue[] {
  const durationMs = take?.recording?.durationMs ?? take?.measured?.durationMs ?? 0;
  if (kind === 'text' || durationMs === 0) return [];
  return alignSpeech(text, { durationMs, speech: take?.measured?.speech ?? [], timings: take?.measured?.timings ?? [] });
}

/** Whether nobody listened while it was said: then the times come from when somebody spoke, or from when it was written down. */
export function isEstimated({ transcriber, take }: Given): boolean {
  return transcriber === 'candidate' || (take?.measured?.timings.length ?? 0) === 0;
}

function measuredIn({ kind, text, take }: Given) {
  return kind === 'text' || !take?.measured ? null : deliveryOf(text, take.measured, take.measured.fillers ?? null);
}
