import { type AnswerKind, type SavedAnswer, type SpokenKind } from '../../api/schema.js';
import { newId } from '../../lib/new-id.js';
import { measuredWhole } from '../../speaking/measured-whole.js';
import { type Heard } from '../../speaking/phrases.js';
import { type Timing } from '../../speaking/take-kind.js';
import { type Recorded } from '../../speaking/take-recorder.js';
import { type Beginning } from '../../speaking/use-taping.js';
import { type GuestAnswer } from './examiner-words.js';

/** An answer in the making, in the memory of this page alone. */
export interface Draft {
  readonly text: string;
  readonly kind: AnswerKind;
  readonly transcriber: SavedAnswer['transcriber'];
  /** How often it was spoken. */
  readonly takes: number;
  /** What was recorded the last time, and when its words were said. */
  readonly take: { readonly takeId: string; readonly kind: SpokenKind; readonly parts: readonly Recorded[]; readonly timings: readonly Timing[] } | null;
}

export const EMPTY: Draft = { text: '', kind: 'text', transcriber: 'candidate', takes: 0, take: null };

export const isAnswered = ({ text }: Draft): boolean => text.trim() !== '';

/** Spoken, and nobody has written down what was said: nothing is made up for it. */
export const isUntold = (draft: Draft): boolean => draft.take !== null && !isAnswered(draft);

export const typed = (draft: Draft, text: string): Draft => ({ ...draft, text, kind: 'text', transcriber: 'candidate' });

/** A take before is gone once a new one begins; what was written stays until it is replaced. */
export const begun = (draft: Draft, how: Beginning): Draft => (how === 'go_on' ? draft : { ...draft, takes: draft.takes + 1, take: null });

export function recorded(draft: Draft, kind: SpokenKind, part: Recorded, how: Beginning): Draft {
  const before = how === 'go_on' ? draft.take : null;
  return { ...draft, take: { takeId: before?.takeId ?? newId(), kind, parts: [...(before?.parts ?? []), part], timings: [] } };
}

/** What this device heard, unless something was typed while its last words came in. */
export function heard(draft: Draft, before: string, { text, timings }: Heard, wentOn: boolean): Draft {
  if (!draft.take || draft.text !== before) return draft;
  const goesOn = wentOn && before.trim() !== '';
  const transcriber = goesOn && draft.transcriber === 'candidate' ? 'device_edited' : 'device';
  return { ...draft, text: goesOn ? `${before.trimEnd()} ${text}` : text, kind: draft.take.kind, transcriber, take: { ...draft.take, timings: wentOn ? [] : timings } };
}

/** Written down beside the recording. Once what a device heard is edited, its times are no longer known. */
export function writtenDown(draft: Draft, text: string): Draft {
  if (!draft.take) return typed(draft, text);
  const byDevice = draft.transcriber !== 'candidate' && isAnswered(draft);
  return { ...draft, text, kind: draft.take.kind, transcriber: byDevice ? 'device_edited' : 'candidate', take: { ...draft.take, timings: byDevice ? [] : draft.take.timings } };
}

export const timed = (draft: Draft, timings: readonly Timing[]): Draft => (draft.take && draft.transcriber === 'candidate' ? { ...draft, take: { ...draft.take, timings } } : draft);

/** Thrown away: it counts as spoken, and the question as left out. */
export const thrownAway = (draft: Draft): Draft => ({ ...draft, take: null });

/** As the report is made from it. */
export function answerFrom(position: number, { text, kind, transcriber, takes, take }: Draft): GuestAnswer {
  const whole = measuredWhole(take?.parts ?? []);
  return {
    position, text, kind, transcriber,
    take: take && { takeId: take.takeId, kind: take.kind, number: takes, measured: whole && { ...whole, timings: take.timings }, recording: null, gone: null },
  };
}
