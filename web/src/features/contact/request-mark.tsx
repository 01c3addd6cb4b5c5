import { IconCheck, IconCircleOff, IconClockHour4, IconX } from '@tabler/icons-react';
import { type RequestState } from '../../api/contact-queries.js';
import styles from './contact.module.css';

const icons = { open: IconClockHour4, accepted: IconCheck, declined: IconX, expired: IconCircleOff, ended: IconCircleOff, taken_back: IconCircleOff, withdrawn: IconCircleOff } as const satisfies Record<RequestState, typeof IconCheck>;

/** How a request stands, as a mark and a word. */
export function RequestMark({ state, says }: { state: RequestState; says: string }) {
  const Icon = icons[state];
  return <span className={styles.mark} data-state={state}><Icon size={18} stroke={1.5} aria-hidden />{says}</span>;
}
