import { type SpokenKind } from '../../api/schema.js';
import { type Transcript } from '../../api/speech.js';
import { type AnswerKeeper } from './answer-keeper.js';
import { type RoomTakes } from './room-takes.js';
import { takeDown } from './take-down.js';

interface Place {
  readonly takes: RoomTakes;
  readonly keeper: AnswerKeeper;
  readonly position: number;
  readonly kind: SpokenKind;
}

/** Puts what somebody else heard in a part into the answer, unless something was typed since now. `durationMs`: what lies before the part, null where it is not known. */
export function takeDownFrom({ takes, keeper, position, kind }: Place, wentOn: boolean, durationMs: number | null): (words: Transcript) => void {
  const earlier = { said: keeper.read(), timings: takes.timingsOf(position), durationMs };
  return ({ text, timings, transcriber, fillers }) => {
    const when = takeDown({ text, timings }, keeper, kind, earlier, wentOn, transcriber);
    if (when) void takes.tell(position, when, fillers, wentOn);
  };
}
