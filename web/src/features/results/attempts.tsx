import { Button } from '@mantine/core';
import { useState } from 'react';
import { type ReportAnswer } from '../../api/schema.js';
import { showMoment } from '../../lib/format.js';
import { ScoreOf } from '../../ui/score-of.js';
import { MarkedAnswer } from './marked-answer.js';
import styles from './report.module.css';
import { TryAgain } from './try-again.js';

type Attempt = ReportAnswer['attempts'][number];

/** Further attempts at one question, and the way to one more where there is one. The answer that was handed in stays the first. */
export function Attempts({ id, answer, mayTry }: { id: string; answer: ReportAnswer; mayTry: boolean }) {
  const [trying, setTrying] = useState(false);
  const { position, attempts } = answer;
  if (!mayTry && attempts.length === 0) return null;
  return (
    <section className={styles.attempts} aria-label={`Attempts at question ${position}`}>
      {attempts.length > 0 && (
        <ol className={styles.attemptList}>
          <li className={styles.goal}><span>First attempt, as you handed it in. This is the one that counts.</span>{answer.shown !== null && <ScoreOf shown={answer.shown} />}</li>
          {attempts.map((attempt) => <li key={attempt.number}><AttemptLine position={position} attempt={attempt} /></li>)}
        </ol>
      )}
      {trying
        ? <TryAgain id={id} position={position} onDone={() => setTrying(false)} />
        : mayTry && <Button variant="default" size="sm" onClick={() => setTrying(true)}>Try question {position} again</Button>}
    </section>
  );
}

function AttemptLine({ position, attempt: { number, madeAt, text, shown, message, criteria, advice } }: { position: number; attempt: Attempt }) {
  return (
    <details className={styles.attempt}>
      <summary><span>Attempt {number}, on {showMoment(madeAt)}</span><strong>{shown === null ? 'Not scored' : `${shown} of 10`}</strong></summary>
      <MarkedAnswer scope={`attempt ${number} at question ${position}`} text={text} criteria={criteria}>
        {message !== null && <p>{message}</p>}
        {advice.length > 0 && <ul className={styles.advice}>{advice.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
      </MarkedAnswer>
    </details>
  );
}
