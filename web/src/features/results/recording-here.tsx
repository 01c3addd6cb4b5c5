import { type ReportAnswer } from '../../api/schema.js';
import { showDay } from '../../lib/format.js';
import { TakePlayer } from '../../speaking/take-player.js';
import { type Replay } from '../../speaking/use-replay.js';
import { Notice } from '../../ui/notice.js';
import { DeleteRecording } from './delete-recording.js';
import styles from './recording-here.module.css';

type Take = NonNullable<NonNullable<ReportAnswer['given']>['take']>;

interface Props {
  take: Take;
  replay: Replay;
  /** "Your answer to question 2". */
  label: string;
  captions?: Blob | string;
}

/** The recording of an answer, or why there is none. */
export function RecordingHere({ take, replay, label, captions }: Props) {
  const { recording, gone, kind, cues, estimated } = take;
  const { parts, player, onTime } = replay;
  const name = kind === 'video' ? 'video' : 'recording';
  if (parts.length > 0) {
    return (
      <div className={styles.recording}>
        <TakePlayer kind={kind} parts={parts} player={player} label={label} {...(captions === undefined ? {} : { captions })} onTime={onTime} />
        {estimated && cues.length > 0 && <p className={styles.soft}>When each sentence was said is estimated.</p>}
        {recording && <DeleteRecording recording={recording} name={name} label={label} />}
      </div>
    );
  }
  if (recording?.state === 'broken') return <Notice kind="warning" title={`This ${name} cannot be played`}><p>{recording.fault?.says}</p></Notice>;
  if (recording) {
    return (
      <div className={styles.recording} role="status">
        <p>This {name} is being put together. It can be played here in a moment.</p>
        <progress className={styles.progress} aria-label={`${label}: being put together`} />
      </div>
    );
  }
  return gone && <p className={styles.soft}>{whyGone(gone, name)}</p>;
}

function whyGone({ why, at, days }: NonNullable<Take['gone']>, name: string): string {
  if (why === 'not_kept') return 'You chose not to keep this recording.';
  if (why === 'ended' && at !== null && days !== null) return `The ${name} was deleted after ${days} days, on ${showDay(at)}. Its text stays with the report.`;
  return `This ${name} was deleted${at === null ? '' : ` on ${showDay(at)}`}. Its text stays with the report.`;
}
