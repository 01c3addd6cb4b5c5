import { Button } from '@mantine/core';
import { useState } from 'react';
import { count, countWords } from '../../lib/format.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './room.module.css';

/** A question to find one's tongue by. What is typed stays in this page: it has no place to be sent to. */
export function WarmUp({ onBegin }: { onBegin: () => void }) {
  const [text, setText] = useState('');
  const empty = text.trim() === '';
  return (
    <>
      <PageHeading title="A question to warm up">A question to warm up</PageHeading>
      <label className={styles.question} htmlFor="warm-up">What did you do in the first hour of your last day at work, and why in that order?</label>
      <p className={styles.about}>This one is never scored. What you type here is not sent and not stored: it is gone when you go on.</p>
      <textarea id="warm-up" className={styles.sheet} value={text} onChange={(event) => setText(event.target.value)} />
      <div className={styles.below}><span className={styles.words}>{count(countWords(text), 'word')}</span></div>
      <div className={styles.actions}>
        <Button variant={empty ? 'default' : 'filled'} onClick={onBegin}>{empty ? 'Skip to question 1' : 'Go on to question 1'}</Button>
      </div>
    </>
  );
}
