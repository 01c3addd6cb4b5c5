import { Button } from '@mantine/core';
import { sentenceFor } from '../../api/problem.js';
import { Notice } from '../../ui/notice.js';
import { type Writing } from './room-scribe.js';
import styles from './spoken.module.css';

interface Props {
  writing: Writing;
  /** Whoever writes it down; null once they may no more. */
  by: string | null;
  onAgain: () => void;
  onTypeInstead: () => void;
}

/** The place of the text while somebody else writes it down, and when they could not. */
export function BeingWritten({ writing, by, onAgain, onTypeInstead }: Props) {
  if (writing.kind === 'failed') {
    return (
      <Notice kind="warning" title="What you said could not be written down" action={<div className={styles.choices}><Button variant="default" size="sm" onClick={onAgain}>Try again</Button><Button variant="default" size="sm" onClick={onTypeInstead}>Type it instead</Button></div>}>
        <p>{whyNot(writing.error)} Your recording is still here.</p>
      </Notice>
    );
  }
  return (
    <section className={styles.writing} aria-labelledby="writing">
      <h2 id="writing" role="status">Writing down what you said…</h2>
      <progress aria-labelledby="writing" />
      <p className={styles.soft}>{writing.kind === 'getting_ready' ? 'Your browser takes the sound out of the recording.' : `It is listened to once${by === null ? '' : `, by ${by}`}. You read it then, and put right what was misheard.`} You can go on to other questions meanwhile.</p>
      <Button variant="default" size="sm" onClick={onTypeInstead}>Type it instead</Button>
    </section>
  );
}

/** What this browser throws when it cannot read its own recording is no sentence for people. */
const whyNot = (error: unknown): string => (error instanceof DOMException ? 'This browser could not read the sound of its own recording.' : sentenceFor(error));
