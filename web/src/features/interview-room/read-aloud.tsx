import { Button } from '@mantine/core';
import { IconPlayerStop, IconVolume } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { keepInBrowser, readFromBrowser } from '../../lib/browser-storage.js';
import { useVoice } from '../../speaking/use-voice.js';
import styles from './spoken.module.css';

const KEY = 'interviewer-voice';

/** The interviewer's voice, where somebody has one: `source`, which is undefined as long as it is not known, or this device. Reads the question when one comes to it, unless that was switched off. */
export function ReadAloud({ text, source, silent }: { text: string; source: string | null | undefined; silent: boolean }) {
  const { available, speaking, say, stop } = useVoice(source);
  const [wanted, setWanted] = useState(() => readFromBrowser(KEY) !== 'off');
  const read = useEffectEvent(() => say(text));
  const hush = useEffectEvent(stop);
  useEffect(() => {
    if (available && wanted && wasTouched()) read();
  }, [available, wanted, text]);
  useEffect(() => {
    if (silent) hush();
  }, [silent]);
  if (!available) return null;
  const want = (on: boolean): void => {
    setWanted(on);
    keepInBrowser(KEY, on ? 'on' : 'off');
    if (!on) stop();
  };
  return (
    <div className={styles.voice}>
      {speaking
        ? <Button variant="default" size="compact-md" leftSection={<IconPlayerStop size={16} stroke={1.5} aria-hidden />} onClick={stop}>Stop reading</Button>
        : <Button variant="default" size="compact-md" leftSection={<IconVolume size={16} stroke={1.5} aria-hidden />} disabled={silent} onClick={() => say(text)}>Read it to me</Button>}
      <label><input type="checkbox" checked={wanted} onChange={(event) => want(event.currentTarget.checked)} /> Read each question to me</label>
    </div>
  );
}

/** Browsers let no page speak that nobody has touched. */
const wasTouched = (): boolean => (navigator as Partial<Pick<Navigator, 'userActivation'>>).userActivation?.hasBeenActive ?? true;
