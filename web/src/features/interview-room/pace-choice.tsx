import { type Pace, paces } from './clock-time.js';
import styles from './clock.module.css';

const words: Readonly<Record<Pace, string>> = { usual: 'As suggested', double: 'Twice as long', triple: 'Three times as long', off: 'Off' };

/** How fast the clock runs, or not at all. */
export function PaceChoice({ pace, onPace, label }: { pace: Pace; onPace: (pace: Pace) => void; label: string }) {
  return (
    <label className={styles.pace}>
      {label}
      <select value={pace} onChange={(event) => { const chosen = paces.find((each) => each === event.currentTarget.value); if (chosen) onPace(chosen); }}>
        {paces.map((each) => <option key={each} value={each}>{words[each]}</option>)}
      </select>
    </label>
  );
}
