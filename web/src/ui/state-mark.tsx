import { IconCheck, IconClockHour4, IconClockOff, IconHelpCircle, IconPencil, IconUsers, IconUserSearch } from '@tabler/icons-react';
import { type InterviewState } from '../api/schema.js';
import styles from './state-mark.module.css';

const marks = {
  in_progress: { icon: IconPencil, says: 'In progress' },
  ended: { icon: IconClockOff, says: 'Ended before it was handed in' },
  submitted: { icon: IconClockHour4, says: 'Being scored' },
  for_people: { icon: IconUsers, says: 'With people' },
  in_review: { icon: IconUserSearch, says: 'A person decides' },
  scored: { icon: IconCheck, says: 'Scored' },
  not_scored: { icon: IconHelpCircle, says: 'Not scored' },
} as const satisfies Record<InterviewState | 'ended', { icon: typeof IconCheck; says: string }>;

/** The state of an interview as a mark and a word. `ended`: invited to, and over before it was handed in. */
export function StateMark({ state }: { state: InterviewState | 'ended' }) {
  const { icon: Icon, says } = marks[state];
  return <span className={styles.mark} data-state={state}><Icon size={16} stroke={1.5} aria-hidden />{says}</span>;
}
