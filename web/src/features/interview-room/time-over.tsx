import { Button } from '@mantine/core';
import styles from './clock.module.css';

/** The clock has run out: what was written or said stands, and whoever needs longer takes it. */
export function TimeOver({ spoken = false, onLonger }: { spoken?: boolean; onLonger: () => void }) {
  return (
    <div className={styles.over}>
      <p>{spoken ? 'You may take longer: nobody asks why, and it changes no score.' : 'The time for this answer is over. What you wrote is kept.'}</p>
      <Button variant="default" size="compact-md" onClick={onLonger}>Turn the clock off and go on {spoken ? 'speaking' : 'writing'}</Button>
    </div>
  );
}
