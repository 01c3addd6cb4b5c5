import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type InterviewQuestion, type SpokenKind } from '../../api/schema.js';
import { measuredWhole } from '../../speaking/measured-whole.js';
import { type Heard } from '../../speaking/phrases.js';
import { type Recorded } from '../../speaking/take-recorder.js';
import { type TakeSaving } from '../../speaking/take-upload.js';
import { type BegunPart, type Beginning } from '../../speaking/use-taping.js';
import { type AnswerKeeper, UNANSWERED } from './answer-keeper.js';
import { type RoomTakes, type TakeHere } from './room-takes.js';
import { type Earlier, takeDown } from './take-down.js';
import { transcriberOf } from './speech-helpers.js';
import { takeDownFrom } from './take-down-from.js';
import { type RoomState } from './use-room.js';

interface Take {
  /** Null when nothing of this kind was recorded in this page. */
  readonly here: TakeHere | null;
  /** Null where nothing is kept. */
  readonly saving: TakeSaving | null;
  readonly begin: (how: Beginning, contentType: string) => Promise<BegunPart>;
  readonly notStarted: () => void;
  readonly recorded: (part: Recorded) => void;
  /** What the device heard in a part, a moment later; undefined where somebody else listens. */
  readonly heard: ((words: Heard, part: number) => void) | undefined;
}

/** The take of a question as it is recorded in this page. Whoever leaves the question has ended it. */
export function useTakeHere({ takes, scribe, speech }: RoomState, question: InterviewQuestion, kind: SpokenKind, keeper: AnswerKeeper): Take {
  const { position } = question;
  const byOther = transcriberOf(speech) !== null;
  const left = useRef(false);
  const earlier = useRef<Earlier>({ said: UNANSWERED, timings: [], durationMs: null });
  useEffect(() => {
    left.current = false;
    return () => { left.current = true; takes.leave(position); };
  }, [takes, position]);
  const { here, saving } = useStanding(takes, question, kind);
  /** By its turn a part before may have been written down, so what stands there is looked at then. */
  const haveWritten = (part: Recorded, durationMs: number | null): void => {
    const takeId = takes.at(position)?.takeId ?? '';
    scribe.begin(position, { takeId, sound: () => Promise.resolve(part.blob), open: () => takeDownFrom({ takes, keeper, position, kind }, part.part > 0, durationMs) });
  };
  return {
    here,
    saving,
    begin: async (how, contentType) => {
      // What was said before counts no more, and nobody need write it down.
      if (how !== 'go_on') scribe.leave(position);
      const begun = how === 'go_on' ? await takes.goOn(question) : await takes.begin(question, kind, contentType);
      // Nobody is there any more who would record.
      if (left.current) {
        takes.notStarted(position);
        takes.leave(position);
      }
      return begun;
    },
    notStarted: () => takes.notStarted(position),
    recorded: (part) => {
      const timings = takes.timingsOf(position);
      earlier.current = { said: keeper.read(), timings, durationMs: measuredWhole(takes.at(position)?.parts ?? [])?.durationMs ?? null };
      takes.recorded(position, part);
      void takes.tell(position, timings);
      if (byOther) haveWritten(part, earlier.current.durationMs);
    },
    heard: byOther ? undefined : (words, part) => {
      const timings = takeDown(words, keeper, kind, earlier.current, part > 0);
      if (timings) void takes.tell(position, timings);
    },
  };
}

/** What is recorded here, and how safe that is, or what an earlier page recorded. */
function useStanding(takes: RoomTakes, { position, recording }: InterviewQuestion, kind: SpokenKind): Pick<Take, 'here' | 'saving'> {
  const any = useSyncExternalStore(takes.subscribe, () => takes.at(position));
  const here = any?.kind === kind ? any : null;
  const keptHere = here?.kept === true ? here.takeId : null;
  const savedId = here ? keptHere : (recording?.takeId ?? null);
  const saving = useSyncExternalStore(takes.subscribe, () => (savedId === null ? null : takes.savingOf(savedId)));
  return { here, saving };
}
