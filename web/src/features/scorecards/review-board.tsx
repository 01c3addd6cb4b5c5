import { Button } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { type Card, type JudgedAnswer, type Rating, type ReviewedAnswer, type ReviewedInterview } from '../../api/reviewed-queries.js';
import { AnswerToRate } from './answer-to-rate.js';
import { Recommend } from './recommend.js';
import { ScoresBeside } from './scores-beside.js';
import styles from './scorecards.module.css';
import { useDraft } from './use-draft.js';

interface Props {
  review: ReviewedInterview;
  /** Player and words of an answer, with the evidence of the evaluation where one may see it. */
  answerOf: (answer: ReviewedAnswer, judged: JudgedAnswer | undefined) => ReactNode;
}

/** An interview that came back: every answer beside the mark one gives it, and what others say once one has. */
export function ReviewBoard({ review, answerOf }: Props) {
  const { mine, answers, evaluation } = review;
  const [latest] = mine.submitted;
  const [rating, setRating] = useState(latest === undefined || mine.draft !== null);
  const draft = useDraft(review.invitationId, asRating(mine.draft ?? latest), mine.draft?.savedAt ?? null);
  const top = useRef<HTMLDivElement>(null);
  const toTop = (): void => {
    top.current?.focus();
    top.current?.scrollIntoView();
  };
  return (
    <div className={styles.board} ref={top} tabIndex={-1}>
      <ScoresBeside review={review} />
      <section className={styles.part} aria-labelledby="answers">
        <h2 id="answers">Answers</h2>
        {rating && <p className={styles.soft}>Mark each answer on the words beside it. With the keyboard: 1 to 5. Your draft is saved as you go.</p>}
        {answers.map((answer) => {
          const judged = evaluation?.answers.find(({ position }) => position === answer.position);
          return <AnswerToRate key={answer.position} review={review} answer={answer} judged={judged} draft={rating ? draft : null}>{answerOf(answer, judged)}</AnswerToRate>;
        })}
      </section>
      {rating
        ? <Recommend review={review} draft={draft} onSubmitted={() => { setRating(false); toTop(); }} />
        : <div><Button variant="default" onClick={() => { setRating(true); toTop(); }}>Change my ratings</Button></div>}
    </div>
  );
}

const asRating = (card: Card | undefined): Rating => ({ marks: card?.marks ?? [], recommendation: card?.recommendation ?? null, summary: card?.summary ?? '' });
