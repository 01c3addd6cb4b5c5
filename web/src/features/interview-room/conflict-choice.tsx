import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { type SavedAnswer } from '../../api/schema.js';
import { showClock } from '../../lib/format.js';
import styles from './room.module.css';

/** Two tabs wrote the same answer: both texts, and the choice between them. */
export function ConflictChoice({ mine, theirs, onChoose }: { mine: string; theirs: SavedAnswer; onChoose: (choice: 'mine' | 'theirs') => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.conflict} aria-labelledby="conflict">
      <h2 id="conflict" ref={heading} tabIndex={-1}>This answer was changed in another tab</h2>
      <p>Nothing is lost yet. Choose which text to keep; the other one is then gone.</p>
      <div className={styles.versions}>
        <Version title="What you typed here" text={mine} verb="Keep what I typed here" onChoose={() => onChoose('mine')} />
        <Version title={theirs.savedAt === '' ? 'What was saved' : `What was saved at ${showClock(theirs.savedAt)}`} text={theirs.text} verb="Keep what was saved" onChoose={() => onChoose('theirs')} />
      </div>
    </section>
  );
}

function Version({ title, text, verb, onChoose }: { title: string; text: string; verb: string; onChoose: () => void }) {
  return (
    <div className={styles.version}>
      <h3>{title}</h3>
      <p className={styles.versionText} tabIndex={0}>{text === '' ? 'Nothing' : text}</p>
      <Button variant="default" onClick={onChoose}>{verb}</Button>
    </div>
  );
}
