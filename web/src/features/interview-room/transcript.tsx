import { Button } from '@mantine/core';
import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { edited, unedited } from '../../../../src/interviews/answer-kinds.js';
import { modelInWords } from '../../../../src/interviews/replay/given-words.js';
import { mediaOf, readMedia } from '../../api/recordings.js';
import { type InterviewQuestion, type SpokenKind } from '../../api/schema.js';
import { type PlayedPart } from '../../speaking/played-part.js';
import { type Timing } from '../../speaking/take-kind.js';
import { WriteDown } from '../../speaking/write-down.js';
import { Notice } from '../../ui/notice.js';
import { type AnswerKeeper } from './answer-keeper.js';
import { type TakeHere } from './room-takes.js';
import { shiftedTimings } from './shifted-timings.js';
import { calledBy, transcriberOf } from './speech-helpers.js';
import styles from './spoken.module.css';
import { takeDownFrom } from './take-down-from.js';
import { type Standing, wholeHere } from './take-standing.js';
import { type RoomState } from './use-room.js';

interface Props {
  room: RoomState;
  question: InterviewQuestion;
  kind: SpokenKind;
  keeper: AnswerKeeper;
  here: TakeHere | null;
  standing: Standing;
}

/** The text of what was said, beside the recording of it. Writing it down is never timed. */
export function Transcript({ room, question: { position }, kind, keeper, here, standing }: Props) {
  const { takes } = room;
  const { text, transcriber, status } = useSyncExternalStore(keeper.subscribe, keeper.read);
  const [before] = useState(text);
  const timings = useRef<readonly Timing[]>([]);
  const parts = usePlayed(here, standing);
  const leave = (): void => {
    void keeper.flush();
    if (timings.current.length > 0) void takes.tell(position, [...timings.current]);
  };
  const byOther = transcriber !== 'candidate' && text !== '';
  const type = (typed: string): void => {
    if (byOther) timings.current = shiftedTimings(timings.current.length > 0 ? timings.current : takes.timingsOf(position), text, typed);
    keeper.type(typed, { kind, transcriber: byOther ? edited(transcriber) : 'candidate' });
  };
  return (
    <>
      {parts.length === 0 && standing.kind === 'sent' && <Notice kind="info"><p>Your recording is being put together. You can play it here in a moment.</p></Notice>}
      <WriteDown
        id="answer" kind={kind} parts={parts} text={text} describedBy="answer-state" readOnly={status.kind === 'conflict'} onLeave={leave}
        onType={type} onTimings={(heard) => { if (!byOther) timings.current = heard; }}
      >
        {byOther && <p className={styles.soft}>{whoWrote(transcriber)} wrote this down{unedited(transcriber).wasEdited ? ', and you changed it' : ''}. Read it, and put right what was misheard.</p>}
        {text === '' && <LetWrite room={room} position={position} kind={kind} keeper={keeper} here={here} standing={standing} />}
        {here && before !== '' && text === before && !byOther && <p className={styles.soft}>This is what you wrote before. Change it to what you said now.</p>}
      </WriteDown>
    </>
  );
}

/** For whoever types after all, or comes back to a recording: somebody else may still write it down. */
function LetWrite({ room: { speech, scribe, takes }, position, kind, keeper, here, standing }: Omit<Props, 'question'> & { position: number }) {
  const by = transcriberOf(speech);
  const taped = wholeHere(here?.parts ?? []);
  if (!by || (taped.length === 0 && standing.kind !== 'ready')) return null;
  const write = (): void => {
    const place = { takes, keeper, position, kind };
    let before = 0;
    for (const { blob, part, durationMs } of taped) {
      const since = before;
      if (here) scribe.begin(position, { takeId: here.takeId, sound: () => Promise.resolve(blob), open: () => takeDownFrom(place, part > 0, since) });
      before += durationMs;
    }
    if (taped.length === 0 && standing.kind === 'ready') {
      const { takeId } = standing.recording;
      scribe.begin(position, { takeId, sound: () => readMedia(takeId), open: () => takeDownFrom(place, false, null) });
    }
  };
  return <p className={styles.soft}><Button variant="default" size="compact-md" onClick={write}>Let {calledBy(by)} write it down</Button></p>;
}

const whoWrote = (transcriber: string): string => (transcriber.startsWith('device') ? 'Your device' : modelInWords(unedited(transcriber).by));

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
