import { edited } from '../../../../src/interviews/answer-kinds.js';
import { type SpokenKind } from '../../api/schema.js';
import { type Heard } from '../../speaking/phrases.js';
import { type Timing } from '../../speaking/take-kind.js';
import { type AnswerKeeper, type AnswerSnapshot } from './answer-keeper.js';

/** What stood there when the recording ended, and what lies before a part that was gone on with. */
export interface Earlier {
  readonly said: Pick<AnswerSnapshot, 'text' | 'transcriber'>;
  readonly timings: readonly Timing[];
  /** Null where it is not known: an earlier page recorded it. */
  readonly durationMs: number | null;
}

/**
 * Puts what `by` heard, the device or somebody else, into the answer: in the place of what stood there, or behind it where one went on. Nothing is
 * overwritten that was typed while the last words came in: null then, else when each phrase was said.
 */
export function takeDown({ text, timings }: Heard, keeper: Pick<AnswerKeeper, 'read' | 'type' | 'flush'>, kind: SpokenKind, { said, timings: known, durationMs }: Earlier, wentOn: boolean, by = 'device'): Timing[] | null {
  if (keeper.read().text !== said.text) return null;
  const before = wentOn ? said.text.trimEnd() : '';
  const goesOn = before !== '';
  keeper.type(goesOn ? `${before} ${text}` : text, { kind, transcriber: goesOn && said.transcriber !== by ? edited(by) : by });
  void keeper.flush();
  if (!wentOn) return timings;
  if (durationMs === null) return [];
  const shift = goesOn ? before.length + 1 : 0;
  return [...(goesOn ? known : []), ...timings.map(({ from, to, startMs, endMs }) => ({ from: from + shift, to: to + shift, startMs: startMs + durationMs, endMs: endMs + durationMs }))];
}
