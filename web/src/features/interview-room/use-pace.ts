import { useState } from 'react';
import { keepInBrowser, readFromBrowser } from '../../lib/browser-storage.js';
import { isPace, type Pace } from './clock-time.js';

const KEY = 'clock-pace';

/** How the candidate likes the clock; chosen once, it holds for every question in this browser. */
export function usePace(): [Pace, (pace: Pace) => void] {
  const [pace, setPace] = useState<Pace>(() => { const kept = readFromBrowser(KEY); return isPace(kept) ? kept : 'usual'; });
  return [pace, (chosen) => { setPace(chosen); keepInBrowser(KEY, chosen); }];
}
