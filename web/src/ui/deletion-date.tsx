import { IconHourglass, IconPinned } from '@tabler/icons-react';
import { capital, daysUntil, showDeletion, showMoment } from '../lib/format.js';
import { useNow } from '../lib/use-now.js';
import styles from './deletion-date.module.css';

/** A countdown with its date: "Deleted in 90 days, on 19 February 2027"; null stays. In its last week it says so with a mark as well. */
export function DeletionDate({ at }: { at: string | null }) {
  const now = useNow();
  if (at === null) return <span className={styles.deletion}><IconPinned size={16} stroke={1.5} aria-hidden />Kept until you delete it</span>;
  const soon = daysUntil(at, now) <= 7;
  return (
    <span className={styles.deletion} data-soon={soon} title={showMoment(at)}>
      {soon && <IconHourglass size={16} stroke={1.5} aria-hidden />}
      {capital(showDeletion(at, now))}
    </span>
  );
}
