import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { policyQuery } from '../../api/queries.js';
import { type Interview } from '../../api/schema.js';
import { QuestionPage } from './question-page.js';
import { QuestionStrip } from './question-strip.js';
import { ReviewPage } from './review-page.js';
import styles from './room.module.css';
import { useAnswered, useRoomAnswers } from './use-room-answers.js';

interface Props {
  interview: Interview;
  /** From the address; without it, the first question that has no answer. */
  place: number | 'review' | undefined;
  /** `replace` leaves no step to go back to. */
  onGo: (place: number | 'review', replace?: boolean) => void;
  onSubmitted: () => void;
}

/** The room: one question at a time. */
export function Room({ interview, place, onGo, onSubmitted }: Props) {
  const { id, questions } = interview;
  const { data: policy } = useQuery(policyQuery);
  const answers = useRoomAnswers(interview);
  const answered = useAnswered(answers);
  const [start] = useState(() => questions.find(({ position }) => !answered.has(position))?.position ?? questions.length);
  const current = place === 'review' ? place : Math.min(place ?? start, questions.length);
  const moved = useMoved(current);
  useEffect(() => {
    // Written into the address, so that loading the page again stays at this question.
    if (place === undefined) onGo(start, true);
  }, [place, start, onGo]);
  const question = questions.find(({ position }) => position === current);
  return (
    <div className={styles.room}>
      <p className={styles.subject}>{interview.roleTitle}, {interview.levelTitle}{interview.drill && `. A drill: ${interview.drill.title.toLowerCase()}`}</p>
      <QuestionStrip id={id} total={questions.length} answered={answered} current={current} />
      {question
        ? (
          <QuestionPage
            key={question.position} id={id} mode={interview.mode} question={question} total={questions.length} keeper={answers.at(question.position)} takesFocus={moved}
            limit={policy?.limits.answerCharacters ?? null} onForward={() => onGo(question.position < questions.length ? question.position + 1 : 'review')}
          />
        )
        : <ReviewPage interview={interview} answers={answers} answered={answered} onSubmitted={onSubmitted} />}
      {interview.jobDescription !== null && (
        <details className={styles.job}><summary>Show the job description you gave</summary><p tabIndex={0}>{interview.jobDescription}</p></details>
      )}
    </div>
  );
}

/** Whether one came here from another question; the first page of a visit leaves the focus where it is. */
function useMoved(current: number | 'review'): boolean {
  const [first] = useState(current);
  useEffect(() => {
    if (current === 'review') document.querySelector('h1')?.focus();
  }, [current]);
  return current !== first;
}
