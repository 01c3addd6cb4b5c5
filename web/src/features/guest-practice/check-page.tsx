import { Button } from '@mantine/core';
import { capital, inOneBreath } from '../../lib/format.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { thrownAway } from './draft.js';
import styles from './guest-practice.module.css';
import { nameOf, stateOf } from './strip.js';
import { type GuestInterview } from './use-guest-interview.js';

/** The last look before the answers are judged. */
export function CheckPage({ interview }: { interview: GuestInterview }) {
  const { plan: { questions }, untold, leftOut, go, changeAt } = interview;
  const numbers = leftOut.map(({ position }) => String(position));
  return (
    <>
      <PageHeading title="Check your answers">Check your answers</PageHeading>
      <div className={styles.notices}>
        {leftOut.length > 0 && (
          <Notice kind="warning" title={leftOut.length === 1 ? `Question ${numbers.join('')} has no answer` : `Questions ${inOneBreath(numbers)} have no answer`}>
            A question without an answer counts as 0. You can still go back to it.
          </Notice>
        )}
        {untold.length > 0 && (
          <Notice kind="warning" title={untold.length === 1 ? 'One spoken answer has no text yet' : `${untold.length} spoken answers have no text yet`}>
            <p>Answers are scored by their text. Write down what you said, or throw the answer away: the question then counts as one you left out.</p>
            {untold.map((question) => (
              <div key={question.position} className={styles.actions}>
                <Button variant="default" size="compact-sm" onClick={() => go(question.position)}>Write down {nameOf(question).toLowerCase()}</Button>
                <Button variant="default" size="compact-sm" onClick={() => { changeAt(question.position)(thrownAway); toHeading(); }}>Throw it away<span className="visually-hidden">: {nameOf(question)}</span></Button>
              </div>
            ))}
          </Notice>
        )}
      </div>
      <ol className={styles.check}>
        {questions.map((question) => (
          <li key={question.position}>
            <button type="button" className={styles.link} onClick={() => go(question.position)}>{nameOf(question)}</button>
            <span className={styles.soft}>{capital(stateOf(interview, question))}</span>
            <p>{question.text}</p>
          </li>
        ))}
      </ol>
      <p className={styles.soft}>Your answers are judged in this page, by the built-in evaluator. Afterwards they cannot be changed.</p>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => go(questions.at(-1)?.position ?? 1)}>Back to the questions</Button>
        <Button disabled={untold.length > 0} onClick={() => go('report')}>See your report</Button>
      </div>
    </>
  );
}

/** What had the focus is gone. */
const toHeading = (): void => document.querySelector('h1')?.focus({ preventScroll: true });
