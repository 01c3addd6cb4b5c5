import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { policyQuery } from '../../api/queries.js';
import { type Interview } from '../../api/schema.js';
import { QuestionPage } from './question-page.js';
import { QuestionStrip } from './question-strip.js';
import { ReviewPage } from './review-page.js';
import styles from './room.module.css';
import { useForward } from './use-forward.js';
import { useAnswered, useRoomAnswers } from './use-room-answers.js';
import { WarmUp } from './warm-up.js';

/** A question by its position, the question before the first, or the page that asks before submitting. */
export type RoomPlace = number | 'warm-up' | 'review';

interface Props {
  interview: Interview;
  /** From the address; without it, the first question that has no answer. */
  place: RoomPlace | undefined;
  /** `replace` leaves no step to go back to. */
  onGo: (place: RoomPlace, replace?: boolean) => void;
  onSubmitted: () => void;
}

/** The room: one question at a time. */
export function Room({ interview, place, onGo, onSubmitted }: Props) {
  const { id, questions } = interview;
  const answers = useRoomAnswers(interview);
  const answered = useAnswered(answers);
  const planned = questions.filter(({ follows }) => follows === null);
  const [start] = useState(() => planned.find(({ position }) => !answered.has(position))?.position ?? planned.length);
  const isThere = typeof place === 'string' || questions.some(({ position }) => position === place);
  const current = place !== undefined && isThere ? place : start;
  const moved = useMoved(current);
  const forward = useForward(interview, answers, onGo);
  const { data: policy } = useQuery(policyQuery);
  useEffect(() => {
    // Written into the address, so that loading the page again stays at this question.
    if (place === undefined) onGo(start, true);
  }, [place, start, onGo]);
  const question = questions.find(({ position }) => position === current);
  return (
    <div className={styles.room}>
      <Subject interview={interview} />
      {current === 'warm-up' && <WarmUp onBegin={() => onGo(start, true)} />}
      {current !== 'warm-up' && <QuestionStrip id={id} questions={questions} answered={answered} current={current} />}
      {question && (
        <QuestionPage
          key={question.position} interview={interview} question={question} total={planned.length} keeper={answers.at(question.position)} takesFocus={moved}
          limit={policy?.limits.answerCharacters ?? null} goingOn={forward.isPending} onForward={() => forward.mutate(question)}
        />
      )}
      {current === 'review' && <ReviewPage interview={interview} answers={answers} answered={answered} onSubmitted={onSubmitted} />}
      <Brought interview={interview} />
    </div>
  );
}

function Subject({ interview: { roleTitle, levelTitle, questionSet, drill } }: { interview: Interview }) {
  return (
    <p className={styles.subject}>
      {roleTitle}, {levelTitle}{drill && `. A drill: ${drill.title.toLowerCase()}`}{questionSet.title !== roleTitle && `. Questions: ${questionSet.title}`}
    </p>
  );
}

/** What the candidate brought along. */
function Brought({ interview: { goals, jobDescription } }: { interview: Interview }) {
  return (
    <div className={styles.brought}>
      {goals !== null && <details className={styles.job}><summary>Show your goals</summary><p tabIndex={0}>{goals}</p></details>}
      {jobDescription !== null && <details className={styles.job}><summary>Show the job description you gave</summary><p tabIndex={0}>{jobDescription}</p></details>}
    </div>
  );
}

/** Whether one came here from another question; the first page of a visit leaves the focus where it is. */
function useMoved(current: RoomPlace): boolean {
  const [first] = useState(current);
  useEffect(() => {
    if (current === 'review') document.querySelector('h1')?.focus();
  }, [current]);
  return current !== first;
}
