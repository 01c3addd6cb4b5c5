import { Button } from '@mantine/core';
import { useState } from 'react';
import { sayRetakes } from './take-words.js';
import styles from './take.module.css';

/** A new take deletes the one before, so it is asked once more. */
export function RecordAgain({ retakesLeft, busy, onAgain }: { retakesLeft: number; busy: boolean; onAgain: () => void }) {
  const [asked, setAsked] = useState<boolean | null>(null);
  if (retakesLeft <= 0) return <p className={styles.soft}>{sayRetakes(0)}</p>;
  if (asked !== true) {
    return (
      <>
        <Button autoFocus={asked === false} variant="default" onClick={() => setAsked(true)}>Record again</Button>
        <p className={styles.soft}>{sayRetakes(retakesLeft)}</p>
      </>
    );
  }
  return (
    <div className={styles.asked} role="group" aria-label="Record again?">
      <p>Recording again deletes this take.</p>
      <Button autoFocus variant="default" onClick={() => setAsked(false)}>Keep it</Button>
      <Button color="red" loading={busy} onClick={onAgain}>Delete it and record</Button>
    </div>
  );
}
