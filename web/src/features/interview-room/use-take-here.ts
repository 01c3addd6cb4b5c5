import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type InterviewQuestion, type SpokenKind } from '../../api/schema.js';
import { measuredWhole } from '../../speaking/measured-whole.js';
import { type Heard } from '../../speaking/phrases.js';
import { type Recorded } from '../../speaking/take-recorder.js';
import { type TakeSaving } from '../../speaking/take-upload.js';
import { type BegunPart, type Beginning } from '../../speaking/use-taping.js';
import { type AnswerKeeper, UNANSWERED } from './answer-keeper.js';
import { type TakeHere } from './room-takes.js';
import { type Earlier, takeDown } from './take-down.js';
import { type RoomState } from './use-room.js';

interface Take {
  /** Null when nothing of this kind was recorded in this page. */
  readonly here: TakeHere | null;
  /** Null where nothing is kept. */
  readonly saving: TakeSaving | null;
  readonly begin: (how: Beginning, contentType: string) => Promise<BegunPart>;
  readonly notStarted: () => void;
  readonly recorded: (part: Recorded) => void;
  /** What the device heard in a part, a moment later. */
  readonly heard: (words: Heard, part: number) => void;
}

/** The take of a question as it is recorded in this page. Whoever leaves the question has ended it. */
export function useTakeHere({ takes }: RoomState, question: InterviewQuestion, kind: SpokenKind, keeper: AnswerKeeper): Take {
  const { position, recording } = question;
  const left = useRef(false);
  const earlier = useRef<Earlier>({ said: UNANSWERED, timings: [], durationMs: null });
  useEffect(() => {
    left.current = false;
    return () => { left.current = true; takes.leave(position); };
  }, [takes, position]);
  const here = useSyncExternalStore(takes.subscribe, () => takes.at(position));
  const ours = here?.kind === kind ? here : null;
  const keptHere = ours?.kept === true ? ours.takeId : null;
  const savedId = ours ? keptHere : (recording?.takeId ?? null);
  const saving = useSyncExternalStore(takes.subscribe, () => (savedId === null ? null : takes.savingOf(savedId)));
  return {
    here: ours,
    saving,
    begin: async (how, contentType) => {
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
    },
    heard: (words, part) => {
      const timings = takeDown(words, keeper, kind, earlier.current, part > 0);
      if (timings) void takes.tell(position, timings);
    },
  };
}
