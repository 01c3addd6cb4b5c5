import { type RefObject, useEffect, useRef, useState } from 'react';
import styles from './level-meter.module.css';
import { SoundMeter } from './sound-meter.js';

type Heard = 'nothing' | 'voice' | 'too_loud';

const LOOK_MS = 60;
const CALM_MS = 300;
const TELL_MS = 1_000;
const AUDIBLE = 0.3;

const words: Readonly<Record<Heard, string>> = {
  nothing: 'Nothing is heard yet. Say a few words.',
  voice: 'Your voice is heard.',
  too_loud: 'That is very loud. Move back a little.',
};

/** How loud the microphone hears; with `says`, in words too, for those who cannot see the bar. */
export function LevelMeter({ stream, says = false }: { stream: MediaStream; says?: boolean }) {
  const bar = useRef<HTMLDivElement>(null);
  const [heard, setHeard] = useState<Heard>('nothing');
  useEffect(() => measure(stream, bar, setHeard), [stream]);
  return (
    <div className={styles.meter}>
      <div ref={bar} className={styles.track} role="meter" aria-label="Microphone" aria-valuemin={0} aria-valuemax={100} aria-valuenow={0}>
        <span className={styles.bar} />
      </div>
      {says && <p className={styles.words} role="status">{words[heard]}</p>}
    </div>
  );
}

/** Drawn past React: a bar that moves sixteen times a second is nobody's state. */
function measure(stream: MediaStream, bar: RefObject<HTMLDivElement | null>, tell: (heard: Heard) => void): () => void {
  const meter = new SoundMeter(stream);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let loudest = 0;
  const drawing = setInterval(() => {
    const level = meter.level();
    loudest = Math.max(loudest, level);
    bar.current?.style.setProperty('--level', level.toFixed(3));
  }, calm ? CALM_MS : LOOK_MS);
  const telling = setInterval(() => {
    bar.current?.setAttribute('aria-valuenow', String(Math.round(loudest * 100)));
    if (loudest >= 1) tell('too_loud');
    else if (loudest >= AUDIBLE) tell('voice');
    loudest = 0;
  }, TELL_MS);
  return () => {
    clearInterval(drawing);
    clearInterval(telling);
    meter.close();
  };
}
