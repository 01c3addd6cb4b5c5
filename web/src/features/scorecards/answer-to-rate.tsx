import { type ReactNode } from 'react';
import { type JudgedAnswer, type ReviewedAnswer, type ReviewedInterview } from '../../api/reviewed-queries.js';
import { capital } from '../../lib/format.js';
import { Facts } from './facts.js';
import { MarkPicker, markOfKey } from './mark-picker.js';
import { MarksBeside } from './marks-beside.js';
import styles from './scorecards.module.css';
import { type Draft } from './use-draft.js';

interface Props {
  review: ReviewedInterview;
  answer: ReviewedAnswer;
  /** Of the evaluation, once one may see it. */
  judged: JudgedAnswer | undefined;
  /** Null while one's ratings stand as they were submitted. */
  draft: Draft | null;
  /** What was said: player and words. */
  children: ReactNode;
}

/** One question: what was said, beside the mark one gives it. */
export function AnswerToRate({ review, answer, judged, draft, children }: Props) {
  const { position, question, competencies, expected, facts } = answer;
  const id = `answer-${position}`;
  return (
    <article
      className={styles.answer} aria-labelledby={id} data-rated={draft === null}
      onKeyDown={(event) => {
        const mark = markOfKey(event);
        if (mark !== null) draft?.mark(position, { mark });
      }}
    >
      <header className={styles.head}>
        <p className={styles.soft}>Question {position}{competencies.length > 0 && `: ${competencies.map(({ title }) => title.toLowerCase()).join(', ')}`}</p>
        <h3 id={id}>{question}</h3>
      </header>
      <div className={styles.said}>{children}</div>
      <div className={styles.side}>
        {draft ? <MarkPicker answer={answer} draft={draft} /> : <MarksBeside position={position} review={review} judged={judged} />}
        {expected.length > 0 && (
          <details className={styles.expected}>
            <summary>What a good answer says</summary>
            {judged && judged.points.length > 0
              ? <ul>{judged.points.map(({ id: point, text, covered }) => <li key={point}>{capital(text)}<span className={styles.soft}>{covered ? ', found' : ', not found'}</span></li>)}</ul>
              : <ul>{expected.map((point) => <li key={point}>{capital(point)}</li>)}</ul>}
          </details>
        )}
        <Facts facts={facts} />
      </div>
    </article>
  );
}
