import { IconCheck, IconCircleOff } from '@tabler/icons-react';
import { useId } from 'react';
import { type ConsentState } from '../api/generated/index.js';
import { showDay } from '../lib/format.js';
import { type Notice } from './consent-api.js';
import styles from './consent-control.module.css';

interface Props {
  notice: Notice;
  state: ConsentState;
  busy: boolean;
  disabled: boolean;
  /** Whom it is for, where the same words stand beside several: heard with them, and seen above them. */
  of?: string;
  /** The ids of what is said about it. */
  describedBy: string;
  /** Not to be switched on yet: what there is to read has not been read to its end. It can be taken back all the same. */
  waits?: boolean;
  onPress: () => void;
}

/** The switch of a consent, with how it stands. */
export function ConsentControl({ notice, state, busy, disabled, of, describedBy, waits = false, onPress }: Props) {
  const id = useId();
  // Not disabled while it is busy: a field that is loses the focus.
  const isShut = waits && !state.live;
  return (
    <div className={styles.control}>
      <input
        id={id} type="checkbox" role="switch" className={styles.switch} checked={state.live} disabled={disabled && !state.live} aria-disabled={isShut || busy}
        aria-describedby={`${describedBy} ${id}-state`} onChange={() => !isShut && !busy && onPress()}
      />
      <label htmlFor={id}>{notice.control}{of !== undefined && <span className="visually-hidden"> ({of})</span>}</label>
      <Standing id={`${id}-state`} state={state} busy={busy} />
    </div>
  );
}

/** On or off as a word and a mark, told to screen readers when it changes. */
function Standing({ id, state, busy }: { id: string; state: ConsentState; busy: boolean }) {
  const Icon = state.live ? IconCheck : IconCircleOff;
  return (
    <span id={id} className={styles.standing} data-live={state.live} role="status">
      <Icon size={18} stroke={1.5} aria-hidden />
      {busy ? 'Saving' : sayStanding(state)}
    </span>
  );
}

function sayStanding({ live, expiresAt }: ConsentState): string {
  if (!live) return 'Off';
  return expiresAt === null ? 'On' : `On until ${showDay(expiresAt)}`;
}
