import { IconHourglass } from '@tabler/icons-react';
import { showDeadline, timeLeft } from '../../lib/format.js';
import { useNow } from '../../lib/use-now.js';
import styles from './invited.module.css';

const SOON_MS = 48 * 3_600_000;

/** Until when, in the reader's own zone, and how much time that is; with a mark when it runs out. */
export function Deadline({ at }: { at: string }) {
  const now = useNow();
  const left = timeLeft(at, now);
  const soon = new Date(at).getTime() - now < SOON_MS;
  return (
    <span className={styles.deadline} data-soon={soon}>
      <time dateTime={at}>{showDeadline(at)}</time>
      <span className={styles.left}>{soon && <IconHourglass size={16} stroke={1.5} aria-hidden />}{left ?? 'over'}</span>
    </span>
  );
}
