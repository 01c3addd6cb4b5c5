import { Button } from '@mantine/core';
import { type RefObject } from 'react';
import { Captions } from './captions.js';
import { type PlayedPart } from './played-part.js';
import { type TakeKind } from './take-kind.js';
import styles from './take.module.css';
import { type Player } from './use-player.js';

interface Props {
  kind: TakeKind;
  parts: readonly PlayedPart[];
  player: Player;
  label: string;
  /** Where its captions are (WebVTT). */
  captions?: Blob | string;
  /** The playing time is another one now. */
  onTime?: () => void;
}

/** What was recorded, to look at or listen to; one part after the other where it was cut off and gone on with. */
export function TakePlayer({ kind, parts, player, label, captions, onTime }: Props) {
  const { media, index, choose, onEnded } = player;
  const shared = { controls: true, preload: 'metadata', 'aria-label': label, onEnded, onTimeUpdate: onTime, onPlay: () => pauseOthers(media.current) } as const;
  return (
    <div className={styles.player}>
      {kind === 'video'
        ? (
            <video ref={media as RefObject<HTMLVideoElement | null>} className={styles.picture} playsInline {...shared}>
              {captions !== undefined && <Captions source={captions} />}
            </video>
          )
        : <audio ref={media} className={styles.sound} {...shared} />}
      {parts.length > 1 && (
        <p className={styles.parts}>
          <span role="status">Part {index + 1} of {parts.length}</span>
          {index > 0 && <Button variant="default" size="compact-sm" onClick={() => choose(index - 1)}>Earlier part</Button>}
          {index + 1 < parts.length && <Button variant="default" size="compact-sm" onClick={() => choose(index + 1)}>Later part</Button>}
        </p>
      )}
    </div>
  );
}

/** Two answers at once are understood by nobody. */
function pauseOthers(playing: HTMLMediaElement | null): void {
  for (const other of document.querySelectorAll<HTMLMediaElement>('audio, video')) {
    // A live picture of the camera has no address and goes on.
    if (other !== playing && other.currentSrc !== '') other.pause();
  }
}
