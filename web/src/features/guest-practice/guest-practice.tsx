import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { type ReportAnswer } from '../../api/schema.js';
import { count, countWords, inOneBreath } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import '../../ui/mantine-combobox.css';
import '../../ui/mantine-forms.css';
import { type GuestQuestion } from './examiner-words.js';
import styles from './guest-practice.module.css';
import { useGuestPractice } from './use-guest-practice.js';

interface Props {
  /** How a judged answer is shown. */
  review: (answer: ReportAnswer) => ReactNode;
  /** What one can do next. */
  onward: ReactNode;
}

/** A question, an answer and what it is worth, all in this browser. */
export function GuestPractice({ review, onward }: Props) {
  const practice = useGuestPractice();
  const { roles, role, question, text, judgement } = practice;
  const fault = roles.error ?? question.error;
  if (fault) return <Failure title="The questions could not be loaded." error={fault} />;
  if (!roles.data || !role) return <div aria-busy="true"><LinesSkeleton lines={5} height={28} /></div>;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (question.data) judgement.mutate(question.data.id);
  };
  return (
    <>
      <form className={styles.form} onSubmit={submit}>
        <NativeSelect
          id="guest-role" label="Role" value={role} onChange={(event) => practice.choose(event.currentTarget.value)} className={styles.role ?? ''}
          data={roles.data.map(({ id, title }) => ({ value: id, label: title }))}
        />
        {question.data ? <Asked question={question.data} /> : <LinesSkeleton lines={2} height={28} />}
        <textarea id="guest-answer" className={styles.sheet} value={text} onChange={(event) => practice.write(event.target.value)} aria-describedby="guest-says" autoComplete="off" />
        <p id="guest-says" className={styles.below}><span>Stays in this page.{text.trim() === '' && ' Write an answer first, then see what it is worth.'}</span><span>{count(countWords(text), 'word')}</span></p>
        {judgement.isError && <Failure title="Your answer could not be judged." error={judgement.error} />}
        <div className={styles.actions}>
          <Button type="submit" loading={judgement.isPending} disabled={text.trim() === '' || !question.data} aria-describedby="guest-says">See what it is worth</Button>
          <Button variant="default" onClick={practice.another}>Ask me another question</Button>
        </div>
      </form>
      {judgement.data && <Result answer={judgement.data} review={review} onward={onward} />}
    </>
  );
}

function Asked({ question: { text, competencies } }: { question: GuestQuestion }) {
  return (
    <div>
      <label className={styles.question} htmlFor="guest-answer">{text}</label>
      <p className={styles.soft}>About {inOneBreath(competencies.map((title) => title.toLowerCase()))}. A few sentences on what you did, why, and what came of it are enough.</p>
    </div>
  );
}

function Result({ answer, review, onward }: { answer: ReportAnswer } & Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [answer]);
  return (
    <section aria-labelledby="guest-result" className={styles.result}>
      <h2 id="guest-result" tabIndex={-1} ref={heading}>What your answer is worth</h2>
      <p className={styles.soft}>
        Judged in this browser by the built-in evaluator. It follows fixed rules and looks for the words, the structure and the figures a good answer usually has. A good answer in unusual words can score too low.
      </p>
      {review(answer)}
      <div className={styles.onward}>{onward}</div>
    </section>
  );
}
