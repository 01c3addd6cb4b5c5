import { useEffect, useMemo, useRef } from 'react';
import { Notice } from '../ui/notice.js';
import { RecordAgain } from './record-again.js';
import { type TakePanelProps } from './take-panel-props.js';
import { TakePlayer } from './take-player.js';
import { TakeReady } from './take-ready.js';
import { sayEnd, showElapsed } from './take-words.js';
import styles from './take.module.css';
import { usePlayer } from './use-player.js';
import { type Taping } from './use-taping.js';

/** What was recorded, to look at before going on. */
export function TakeReview(props: TakePanelProps & { taping: Taping; takesFocus: boolean }) {
  const { kind, parts, devices, maxSeconds, retakesLeft, taping, takesFocus, playedElsewhere } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const played = useMemo(() => parts.map(({ blob, durationMs }) => ({ source: blob, durationMs })), [parts]);
  const player = usePlayer(played);
  const ended = parts.at(-1)?.ended ?? 'stopped';
  const says = sayEnd[ended];
  const lengthMs = played.reduce((sum, { durationMs }) => sum + durationMs, 0);
  // Whoever was stopped by the clock and has turned it off since goes on, too.
  const goesOn = ended === 'device_lost' || ended === 'failed' || (ended === 'time_over' && lengthMs < (maxSeconds - 1) * 1000);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>Your answer, {showElapsed(lengthMs)}</h2>
      {playedElsewhere !== true && <TakePlayer kind={kind} parts={played} player={player} label="Your answer" />}
      {says !== null && <Notice kind="warning"><p>{says}</p></Notice>}
      {(goesOn || (!devices.stream && retakesLeft > 0)) && <TakeReady {...props} how="go_on" explained={goesOn} />}
      <div className={styles.actions}>
        {devices.stream && <RecordAgain retakesLeft={retakesLeft} busy={taping.beginning} onAgain={() => taping.begin('again')} />}
      </div>
    </>
  );
}
