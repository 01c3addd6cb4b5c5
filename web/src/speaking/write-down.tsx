import { Button } from '@mantine/core';
import { IconPlayerPlay, IconPlayerTrackPrev } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { type PlayedPart } from './played-part.js';
import { SentenceTimes } from './sentence-times.js';
import { type TakeKind, type Timing } from './take-kind.js';
import { TakePlayer } from './take-player.js';
import { type Player, usePlayer } from './use-player.js';
import styles from './write-down.module.css';

interface Props {
  kind: TakeKind;
  /** Empty where there is nothing to play any more. */
  parts: readonly PlayedPart[];
  text: string;
  onType: (text: string) => void;
  /** When each sentence was said, told whenever the text changes; empty as long as one has not listened. */
  onTimings?: (timings: Timing[]) => void;
  onLeave?: () => void;
  id?: string;
  describedBy?: string;
  readOnly?: boolean;
  /** Beside the heading of the text: who wrote it. */
  children?: ReactNode;
}

const BACK_MS = 3_000;

/** The recording beside a sheet to write down what was said: play, pause and go back without leaving the keyboard. */
export function WriteDown({ kind, parts, text, onType, onTimings, onLeave, id, describedBy, readOnly = false, children }: Props) {
  const own = useId();
  const sheet = id ?? own;
  const player = usePlayer(parts);
  const [times] = useState(() => new SentenceTimes(text));
  const plays = parts.length > 0;
  const type = (typed: string): void => {
    times.type(typed, plays ? player.timeMs() : 0);
    onType(typed);
    onTimings?.(times.timings());
  };
  return (
    <div className={styles.writeDown} data-plays={plays}>
      {plays && (
        <div className={styles.listen}>
          <TakePlayer kind={kind} parts={parts} player={player} label="What you said" />
          <Keys player={player} />
        </div>
      )}
      <div className={styles.write}>
        <label htmlFor={sheet} className={styles.label}>Write down what you said</label>
        {children}
        <p id={`${sheet}-why`} className={styles.soft}>Your score comes from these words, not from your voice or your face.</p>
        <textarea
          id={sheet} className={styles.sheet} value={text} readOnly={readOnly} autoComplete="off" spellCheck aria-describedby={`${sheet}-why${describedBy === undefined ? '' : ` ${describedBy}`}`}
          onChange={(event) => type(event.currentTarget.value)} onBlur={onLeave} onKeyDown={plays ? (event) => listenWhileTyping(event, player) : undefined}
        />
      </div>
    </div>
  );
}

function Keys({ player }: { player: Player }) {
  return (
    <div className={styles.keys}>
      <Button variant="default" size="compact-md" leftSection={<IconPlayerPlay size={16} stroke={1.5} aria-hidden />} aria-keyshortcuts="Alt+K" onClick={player.toggle}>Play or pause <kbd>Alt K</kbd></Button>
      <Button variant="default" size="compact-md" leftSection={<IconPlayerTrackPrev size={16} stroke={1.5} aria-hidden />} aria-keyshortcuts="Alt+J" onClick={() => player.back(BACK_MS)}>Back 3 seconds <kbd>Alt J</kbd></Button>
    </div>
  );
}

/** By the place of the key, since Alt types another letter on some keyboards; AltGr, which is Ctrl and Alt, stays a letter. */
function listenWhileTyping(event: KeyboardEvent, player: Player): void {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.code === 'KeyK') player.toggle();
  else if (event.code === 'KeyJ') player.back(BACK_MS);
  else return;
  event.preventDefault();
}
