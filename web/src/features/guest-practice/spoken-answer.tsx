import { useMemo, useRef, useState } from 'react';
import { type AnswerKind, type SpokenKind } from '../../api/schema.js';
import { TakePanel } from '../../speaking/take-panel.js';
import { type Devices } from '../../speaking/use-devices.js';
import { WriteDown } from '../../speaking/write-down.js';
import { Failure } from '../../ui/failure.js';
import { begun, type Draft, heard, isAnswered, recorded, timed as withTimes, writtenDown } from './draft.js';
import { type GuestParts, type Pace, type Timed } from './guest-parts.js';
import styles from './guest-practice.module.css';
import { type Change } from './use-guest-interview.js';

interface Props {
  kind: SpokenKind;
  draft: Draft;
  change: Change;
  devices: Devices;
  timed: Timed;
  pace: Pace;
  onPace: (pace: Pace) => void;
  parts: GuestParts;
  mostSeconds: number;
  retakes: number;
  onRecording: (recording: boolean) => void;
  onKind: (kind: AnswerKind) => void;
}

/** Time to think, a recording in the memory of this page, and the text of what was said in it. */
export function SpokenAnswer({ kind, draft, change, devices, timed, pace, onPace, parts: { ThinkingClock, speakingSeconds }, mostSeconds, retakes, onRecording, onKind }: Props) {
  const [recording, setRecording] = useState(false);
  const tapes = useMemo(() => (draft.take?.kind === kind ? draft.take.parts : []), [draft.take, kind]);
  const played = useMemo(() => tapes.map(({ blob, durationMs }) => ({ source: blob, durationMs })), [tapes]);
  const earlier = useRef(draft);
  const record = (now: boolean): void => { setRecording(now); onRecording(now); };
  const byDevice = draft.transcriber !== 'candidate' && isAnswered(draft);
  const before = draft.text;
  return (
    <div className={styles.spoken}>
      {!recording && tapes.length === 0 && <ThinkingClock timed={timed} pace={pace} onPace={onPace} />}
      <TakePanel
        kind={kind} devices={devices} maxSeconds={speakingSeconds(timed, pace, mostSeconds)} retakesLeft={Math.max(0, retakes + 1 - Math.max(1, draft.takes))}
        parts={tapes} earlier={null} saving={null} playedElsewhere
        onBegin={(how) => { earlier.current = draft; record(true); change((was) => begun(was, how)); return Promise.resolve({ part: how === 'go_on' ? tapes.length : 0, onChunk: () => undefined }); }}
        onNotStarted={() => { change(() => earlier.current); record(false); }}
        onRecorded={(tape, how) => { change((was) => recorded(was, kind, tape, how)); record(false); }}
        onHeard={(words, part) => change((was) => heard(was, before, words, part > 0))}
        onTypeInstead={() => onKind('text')} {...(kind === 'video' ? { onVoiceAlone: () => onKind('audio') } : {})}
        showError={(error) => <Failure title="Nothing was recorded." error={error} />}
      />
      {!recording && draft.take?.kind === kind && (
        <WriteDown
          key={draft.take.takeId} id="answer" kind={kind} parts={played} text={draft.text} describedBy="answer-state"
          onType={(text) => change((was) => writtenDown(was, text))} onTimings={(timings) => change((was) => withTimes(was, timings))}
        >
          {byDevice && <p className={styles.soft}>Your device wrote this down by itself. Read it, and put right what it misheard.</p>}
        </WriteDown>
      )}
    </div>
  );
}
