import { IconCheck, IconClockHour4, IconHelpCircle, IconPencil, IconUsers, IconUserSearch } from '@tabler/icons-react';
import { type InterviewState } from '../api/schema.js';
import styles from './state-mark.module.css';

const marks = {
  in_progress: { icon: IconPencil, says: 'In progress' },
  submitted: { icon: IconClockHour4, says: 'Being scored' },
  for_people: { icon: IconUsers, says: 'With people' },
  in_review: { icon: IconUserSearch, says: 'A person decides' },
  scored: { icon: IconCheck, says: 'Scored' },
  not_scored: { icon: IconHelpCircle, says: 'Not scored' },
} as const satisfies Record<InterviewState, { icon: typeof IconCheck; says: string }>;

/** The state of an interview as a mark and a word. */
export function StateMark({ state }: { state: InterviewState }) {
  const { icon: Icon, says } = marks[state];
  return <span className={styles.mark} data-state={state}><Icon size={16} stroke={1.5} aria-hidden />{says}</span>;
}
