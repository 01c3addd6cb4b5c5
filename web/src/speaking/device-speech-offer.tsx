import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type DeviceSpeech, deviceSpeech, fetchDeviceSpeech, spokenLanguage } from './recognition.js';
import styles from './devices.module.css';

type Standing = DeviceSpeech | 'unknown' | 'fetching' | 'failed';

const words: Readonly<Record<Exclude<Standing, 'unknown'>, string>> = {
  ready: 'This browser writes down what you say, on this device alone; no sound leaves it. You read it and put it right.',
  to_fetch: 'This browser can write down what you say, on this device alone. For that it fetches a language from its maker once; no sound ever leaves your device.',
  fetching: 'Your browser is fetching what it needs. You can go on meanwhile.',
  failed: 'Your browser could not fetch what it needs. You write down what you said after recording; the recording plays beside it.',
  none: 'After recording you write down what you said; the recording plays beside it. Your voice is sent to nobody to do that for you.',
};

/** Who will write down what is said, and the way to let this device do it where it can. */
export function DeviceSpeechOffer() {
  const [standing, setStanding] = useState<Standing>('unknown');
  useEffect(() => {
    let here = true;
    void deviceSpeech(spokenLanguage()).then((found) => { if (here) setStanding(found); });
    return () => { here = false; };
  }, []);
  const fetchIt = (): void => {
    setStanding('fetching');
    void fetchDeviceSpeech(spokenLanguage()).then((fetched) => setStanding(fetched ? 'ready' : 'failed'));
  };
  return (
    <div className={styles.offer}>
      <p role="status">{standing === 'unknown' ? '' : words[standing]}</p>
      {standing === 'to_fetch' && <Button variant="default" size="sm" onClick={fetchIt}>Let this device write it down</Button>}
    </div>
  );
}
