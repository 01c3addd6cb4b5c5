import { IconAlertTriangle, IconCircleCheck, IconClockHour4 } from '@tabler/icons-react';
import { type Incident } from '../../../api/incident-queries.js';
import { showDay, showDeadline, timeLeft } from '../../../lib/format.js';
import { useNow } from '../../../lib/use-now.js';
import styles from '../operations.module.css';

/** What is left of the 72 hours in which the authority is told, or what was decided about it. */
export function IncidentClock({ incident: { notifyBy, authorityToldAt, authorityNotToldBecause } }: { incident: Incident }) {
  const left = timeLeft(notifyBy, useNow());
  if (authorityToldAt !== null) return <span className={styles.state} data-ok><IconCircleCheck size={18} stroke={1.5} aria-hidden />The authority was told on {showDay(authorityToldAt)}</span>;
  if (authorityNotToldBecause !== null) return <span className={styles.state} data-ok><IconCircleCheck size={18} stroke={1.5} aria-hidden />The authority is not told, for a reason</span>;
  if (left === null) return <span className={styles.state} data-ok={false}><IconAlertTriangle size={18} stroke={1.5} aria-hidden />The 72 hours are over</span>;
  return <span><IconClockHour4 size={18} stroke={1.5} aria-hidden /> {left} to tell the authority: until {showDeadline(notifyBy)}</span>;
}
