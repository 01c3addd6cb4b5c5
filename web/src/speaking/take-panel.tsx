import { useState } from 'react';
import { count } from '../lib/format.js';
import { Notice } from '../ui/notice.js';
import { DeviceFault } from './device-fault.js';
import { EarlierChoice } from './earlier-choice.js';
import { RecordingView } from './recording-view.js';
import { SavingLine } from './saving-line.js';
import { type Recorded } from './take-recorder.js';
import { type TakePanelProps } from './take-panel-props.js';
import { TakeReady } from './take-ready.js';
import { TakeReview } from './take-review.js';
import { sayRecording, showElapsed } from './take-words.js';
import styles from './take.module.css';
import { useElapsed } from './use-elapsed.js';
import { useTaping } from './use-taping.js';

/** Recording one answer: record, stop, look at it, record again. What is recorded is in `parts`, which the page around holds. */
export function TakePanel(props: TakePanelProps) {
  const { kind, devices, maxSeconds, parts, earlier, saving, onBegin, onNotStarted, onRecorded, onHeard, showError } = props;
  const [stopped, setStopped] = useState(false);
  const spentSeconds = parts.reduce((sum, { durationMs }) => sum + durationMs / 1000, earlier?.seconds ?? 0);
  const taping = useTaping({
    kind,
    stream: devices.opening ? null : devices.stream,
    maxSeconds,
    spentSeconds,
    onBegin,
    onNotStarted,
    onHeard,
    onRecorded: (recorded, how) => { setStopped(true); onRecorded(recorded, how); },
  });
  const elapsedMs = useElapsed(taping.recorder);
  const { recorder } = taping;
  return (
    <section className={styles.panel} aria-label="Your spoken answer">
      {recorder
        ? <RecordingView kind={kind} stream={devices.stream} elapsedMs={elapsedMs} maxSeconds={recorder.maxSeconds} onStop={taping.stop} />
        : <Between {...props} taping={taping} takesFocus={stopped} />}
      {(recorder || parts.length > 0 || saving) && <SavingLine saving={saving} />}
      <p role="status" className={styles.soft}>{taping.writing ? 'This device is writing down what you said.' : ''}</p>
      {taping.error !== null && (taping.error instanceof DeviceFault ? <Notice kind="failure"><p>{taping.error.says}</p></Notice> : showError(taping.error))}
      <p role="status" className="visually-hidden">{recorder ? sayRecording(elapsedMs, recorder.maxSeconds) : sayStopped(parts)}</p>
    </section>
  );
}

function Between({ taping, takesFocus, ...props }: TakePanelProps & { taping: ReturnType<typeof useTaping>; takesFocus: boolean }) {
  const { parts, earlier } = props;
  if (parts.length > 0) return <TakeReview {...props} taping={taping} takesFocus={takesFocus} />;
  if (earlier) return <EarlierChoice {...props} earlier={earlier} taping={taping} takesFocus={takesFocus} />;
  return <TakeReady {...props} taping={taping} how="first" />;
}

function sayStopped(parts: readonly Recorded[]): string {
  if (parts.length === 0) return '';
  const length = showElapsed(parts.reduce((sum, { durationMs }) => sum + durationMs, 0));
  return `Recording stopped. Your answer is ${length} long${parts.length > 1 ? `, in ${count(parts.length, 'part')}` : ''}.`;
}
