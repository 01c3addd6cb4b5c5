import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../api/queries.js';
import { type Pace } from './clock-time.js';
import { PaceChoice } from './pace-choice.js';
import styles from './spoken.module.css';

interface Props {
  pace: Pace;
  onPace: (pace: Pace) => void;
  /** Null where everything is typed already. */
  onTypeAll: (() => void) | null;
  /** Whether one can leave and come back. */
  lasts?: boolean;
}

/** More time, another way to answer, and somebody to write to; on every page of an interview, without having to give a reason. */
export function Accommodation({ pace, onPace, onTypeAll, lasts = true }: Props) {
  const { data: policy } = useQuery(policyQuery);
  return (
    <details className={styles.accommodation}>
      <summary>I need an accommodation</summary>
      <div className={styles.accommodationBody}>
        <p>You need not say why, and none of this changes how your answers are scored.</p>
        <PaceChoice pace={pace} onPace={onPace} label="Time to think and to answer" />
        {onTypeAll && <div><Button variant="default" size="sm" onClick={({ currentTarget }) => { focusSummary(currentTarget); onTypeAll(); }}>Type my answers instead of speaking</Button></div>}
        <p>{lasts && 'You can leave at any time and go on later, on any device. '}Writing down what you said is never timed.</p>
        {policy && <p>If you need anything else, write to {policy.operator.name}: <a href={`mailto:${policy.operator.privacyContact}`}>{policy.operator.privacyContact}</a></p>}
      </div>
    </details>
  );
}

/** The button goes away with what it does. */
const focusSummary = (within: HTMLElement): void => within.closest('details')?.querySelector('summary')?.focus();
