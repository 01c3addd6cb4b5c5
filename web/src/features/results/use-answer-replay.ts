import { mediaOf } from '../../api/recordings.js';
import { type ReportAnswer } from '../../api/schema.js';
import { type PlayedPart } from '../../speaking/played-part.js';
import { type Timing } from '../../speaking/take-kind.js';
import { type Replay, useReplay } from '../../speaking/use-replay.js';

/** What was recorded in this page of an answer and of that to its follow-up, and is kept nowhere else. */
export interface PlayedHere {
  answer: readonly PlayedPart[];
  followUp: readonly PlayedPart[];
}

/** The recordings of an answer and of that to its follow-up, as one thing that can be heard phrase by phrase. */
export interface AnswerReplay {
  answer: Replay;
  followUp: Replay;
  cues: readonly Timing[];
  spoken: Timing | null;
  hear: (cue: Timing) => void;
}

type Given = NonNullable<ReportAnswer['given']>;

const NOTHING: readonly PlayedPart[] = [];

export function useAnswerReplay({ given, followUp: asked }: ReportAnswer, played: PlayedHere | undefined): AnswerReplay {
  const answer = useReplay(played?.answer ?? partsOf(given), given?.take?.cues ?? []);
  const followUp = useReplay(played?.followUp ?? partsOf(asked?.given ?? null), asked?.given?.take?.cues ?? []);
  return {
    answer,
    followUp,
    cues: [...answer.cues, ...followUp.cues],
    spoken: answer.spoken ?? followUp.spoken,
    hear: (cue) => (answer.cues.includes(cue) ? answer : followUp).player.playFrom(cue.startMs),
  };
}

function partsOf(given: Given | null): readonly PlayedPart[] {
  const recording = given?.take?.recording;
  return recording?.state === 'ready' ? [{ source: mediaOf(recording.takeId), durationMs: recording.durationMs ?? 0 }] : NOTHING;
}
