import { useEffect, useState } from 'react';
import { type TakeRecorder } from './take-recorder.js';

const TICK_MS = 250;

/** How long a recording has run, in milliseconds; 0 where none runs. */
export function useElapsed(recorder: TakeRecorder | null): number {
  const [seen, setSeen] = useState({ recorder, elapsedMs: 0 });
  useEffect(() => {
    if (!recorder) return undefined;
    const ticking = setInterval(() => setSeen({ recorder, elapsedMs: recorder.elapsedMs }), TICK_MS);
    return () => clearInterval(ticking);
  }, [recorder]);
  return seen.recorder === recorder ? seen.elapsedMs : 0;
}
