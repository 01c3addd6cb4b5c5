import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { mediaOf } from '../../api/recordings.js';
import { type InterviewQuestion, type SpokenKind } from '../../api/schema.js';
import { type PlayedPart } from '../../speaking/played-part.js';
import { type Timing } from '../../speaking/take-kind.js';
import { WriteDown } from '../../speaking/write-down.js';
import { Notice } from '../../ui/notice.js';
import { type AnswerKeeper } from './answer-keeper.js';
import { type RoomTakes, type TakeHere } from './room-takes.js';
import { shiftedTimings } from './shifted-timings.js';
import styles from './spoken.module.css';
import { type Standing, wholeHere } from './take-standing.js';

interface Props {
  takes: RoomTakes;
  question: InterviewQuestion;
  kind: SpokenKind;
  keeper: AnswerKeeper;
  here: TakeHere | null;
  standing: Standing;
}

/** The text of what was said, beside the recording of it. Writing it down is never timed. */
export function Transcript({ takes, question: { position }, kind, keeper, here, standing }: Props) {
  const { text, transcriber, status } = useSyncExternalStore(keeper.subscribe, keeper.read);
  const [before] = useState(text);
  const timings = useRef<readonly Timing[]>([]);
  const parts = usePlayed(here, standing);
  const leave = (): void => {
    void keeper.flush();
    if (timings.current.length > 0) void takes.tell(position, [...timings.current]);
  };
  const byDevice = transcriber !== 'candidate' && text !== '';
  const type = (typed: string): void => {
    if (byDevice) timings.current = shiftedTimings(timings.current.length > 0 ? timings.current : takes.timingsOf(position), text, typed);
    keeper.type(typed, { kind, transcriber: byDevice ? 'device_edited' : 'candidate' });
  };
  return (
    <>
      {parts.length === 0 && standing.kind === 'sent' && <Notice kind="info"><p>Your recording is being put together. You can play it here in a moment.</p></Notice>}
      <WriteDown
        id="answer" kind={kind} parts={parts} text={text} describedBy="answer-state" readOnly={status.kind === 'conflict'} onLeave={leave}
        onType={type} onTimings={(heard) => { if (!byDevice) timings.current = heard; }}
      >
        {byDevice && <p className={styles.soft}>Your device wrote this down by itself. Read it, and put right what it misheard.</p>}
        {here && before !== '' && text === before && !byDevice && <p className={styles.soft}>This is what you wrote before. Change it to what you said now.</p>}
      </WriteDown>
    </>
  );
}

/** From the memory of this page where all of it is there, else from the server once it can be played. */
function usePlayed(here: TakeHere | null, standing: Standing): readonly PlayedPart[] {
  const taped = here?.parts;
  const served = standing.kind === 'ready' ? standing.recording : null;
  const [takeId, durationMs] = [served?.takeId, served?.durationMs ?? 0];
  return useMemo(() => {
    const inMemory = wholeHere(taped ?? []).map(({ blob, durationMs: length }) => ({ source: blob, durationMs: length }));
    if (inMemory.length > 0) return inMemory;
    return takeId === undefined ? [] : [{ source: mediaOf(takeId), durationMs }];
  }, [taped, takeId, durationMs]);
}
