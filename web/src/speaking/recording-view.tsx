import { Button } from '@mantine/core';
import { IconPlayerStopFilled } from '@tabler/icons-react';
import { LevelMeter } from './level-meter.js';
import { LivePicture } from './live-picture.js';
import { type TakeKind } from './take-kind.js';
import { showElapsed } from './take-words.js';
import styles from './take.module.css';

interface Props {
  kind: TakeKind;
  stream: MediaStream | null;
  elapsedMs: number;
  maxSeconds: number;
  onStop: () => void;
}

/** While it records: that it does, how long already, how long it may be, and the way to stop. */
export function RecordingView({ kind, stream, elapsedMs, maxSeconds, onStop }: Props) {
  return (
    <>
      {kind === 'video' && stream && <LivePicture stream={stream} />}
      {stream && <LevelMeter stream={stream} />}
      <div className={styles.actions}>
        <Button
          autoFocus leftSection={<IconPlayerStopFilled size={18} aria-hidden />} onClick={onStop}
          onKeyDown={(event) => { if (event.repeat) event.preventDefault(); }}
        >
          Stop
        </Button>
        <p className={styles.clock} role="timer" aria-label="Recording">
          <span className={styles.dot} aria-hidden />
          Recording <strong>{showElapsed(elapsedMs)}</strong> <span className={styles.soft}>of {showElapsed(maxSeconds * 1000)}</span>
        </p>
      </div>
    </>
  );
}
