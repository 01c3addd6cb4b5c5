import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Notice } from '../ui/notice.js';
import { RecordAgain } from './record-again.js';
import { type TakePanelProps } from './take-panel-props.js';
import { TakeReady } from './take-ready.js';
import { showElapsed } from './take-words.js';
import styles from './take.module.css';
import { type Taping } from './use-taping.js';

/** A take from before a reload or from another device: cut off in the middle, whole, or gone because it was kept nowhere. */
export interface EarlierTake {
  state: 'cut_off' | 'whole' | 'gone';
  /** How long it is, as far as it is known. */
  seconds: number;
}

/** Go on with it, use it as it is, or record again. */
export function EarlierChoice(props: TakePanelProps & { earlier: EarlierTake; taping: Taping; takesFocus: boolean }) {
  const { earlier, devices, retakesLeft, taping, takesFocus, onUseAsIs } = props;
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that stopped the recording is gone; what came of it is read next.
    if (takesFocus) said.current?.focus();
  }, [takesFocus]);
  return (
    <>
      <div ref={said} tabIndex={-1} className={styles.said}><Notice kind={earlier.state === 'whole' ? 'done' : 'warning'}><p>{words[earlier.state](earlier.seconds)}</p></Notice></div>
      {(earlier.state === 'cut_off' || (!devices.stream && retakesLeft > 0)) && <TakeReady {...props} how="go_on" />}
      <div className={styles.actions}>
        {earlier.state === 'cut_off' && onUseAsIs && <Button variant="default" onClick={onUseAsIs}>Use it as it is</Button>}
        {devices.stream && <RecordAgain retakesLeft={retakesLeft} busy={taping.beginning} onAgain={() => taping.begin('again')} />}
      </div>
    </>
  );
}

const words: Readonly<Record<EarlierTake['state'], (seconds: number) => string>> = {
  cut_off: (seconds) => `Your recording was cut off after about ${showElapsed(seconds * 1000)}. That much of it is kept. Go on where you were, use it as it is, or record again.`,
  whole: () => 'Your recording is kept.',
  gone: () => 'Your recording is not there any more: it was not to be kept, or it was deleted. What you wrote is kept: write down what you said, or record again.',
};
