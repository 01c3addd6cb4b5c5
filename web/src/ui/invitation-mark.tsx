import { IconBan, IconCheck, IconCircleOff, IconEye, IconMail, IconPencil, IconX } from '@tabler/icons-react';
import { type InvitationState } from '../api/invitation-queries.js';
import styles from './invitation-mark.module.css';

const icons = {
  invited: IconMail, opened: IconEye, in_progress: IconPencil, complete: IconCheck, expired: IconCircleOff, revoked: IconBan, declined: IconX, withdrawn: IconCircleOff,
} as const satisfies Record<InvitationState, typeof IconMail>;

/** How an invitation stands, as a mark and a word. */
export function InvitationMark({ state, says }: { state: InvitationState; says: string }) {
  const Icon = icons[state];
  return <span className={styles.mark} data-state={state}><Icon size={18} stroke={1.5} aria-hidden />{says}</span>;
}
