import { Button } from '@mantine/core';
import styles from './clock.module.css';

/** The clock has run out: what was written stands, and whoever needs longer takes it. */
export function TimeOver({ onLonger }: { onLonger: () => void }) {
  return (
    <div className={styles.over}>
      <p>The time for this answer is over. What you wrote is kept.</p>
      <Button variant="default" size="compact-md" onClick={onLonger}>Turn the clock off and go on writing</Button>
    </div>
  );
}
