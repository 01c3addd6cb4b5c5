import { type ReactNode } from 'react';
import { type ReadAnswer, type SideBySide as Shown } from '../../api/review-queries.js';
import styles from './reviews.module.css';

type Judgement = ReadAnswer['judgements'][number];
export type Criterion = Judgement['criteria'][number];

interface Props {
  shown: Shown;
  /** What stands in the last column, where somebody decides. */
  mine?: (answer: ReadAnswer, criterion: Criterion['id'], title: string) => ReactNode;
}

/** Every answer with what each evaluation says of it, criterion by criterion. */
export function SideBySide({ shown, mine }: Props) {
  return (
    <section aria-labelledby="answers" className={styles.part}>
      <h2 id="answers">Answers</h2>
      <div className={styles.answers}>
        {shown.answers.map((answer) => <Answer key={answer.position} answer={answer} runs={shown.runs} mine={mine} />)}
      </div>
    </section>
  );
}

interface AnswerProps {
  answer: ReadAnswer;
  runs: Shown['runs'];
  mine: Props['mine'];
}

function Answer({ answer, runs, mine }: AnswerProps) {
  const { position, question, followUp, text, judgements } = answer;
  const id = `answer-${position}`;
  const titles = judgements.find(({ criteria }) => criteria.length > 0)?.criteria ?? [];
  return (
    <article className={styles.answer} aria-labelledby={id}>
      <div>
        <p className={styles.kicker}>Question {position}</p>
        <h3 id={id}>{question}</h3>
        {followUp !== null && <p className={styles.soft}>And then: {followUp}</p>}
      </div>
      {text.trim() === '' ? <p className={styles.soft}>Left without an answer. It counts as 0.</p> : <blockquote className={styles.said}>{text}</blockquote>}
      {titles.length > 0 && (
        <table className={styles.marks}>
          <thead>
            <tr>
              <th scope="col">Criterion</th>
              {runs.map((run, index) => <th key={run.id} scope="col">{run.evaluator}: {judgements[index]?.shown ?? 'no score'}</th>)}
              {mine && <th scope="col" data-mine>Yours</th>}
            </tr>
          </thead>
          <tbody>
            {titles.map(({ id: criterion, title }) => (
              <tr key={criterion}>
                <th scope="row">{title}</th>
                {runs.map((run, index) => <Mark key={run.id} label={run.evaluator} judgement={judgements[index]} criterion={criterion} differs={differs(judgements, criterion)} />)}
                {mine && <td data-label="Yours">{mine(answer, criterion, title)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </article>
  );
}

function Mark({ label, judgement, criterion, differs: apart }: { label: string; judgement: Judgement | undefined; criterion: Criterion['id']; differs: boolean }) {
  const mark = judgement?.criteria.find(({ id }) => id === criterion);
  if (!mark) return <td data-label={label}>{judgement?.message ?? 'Not judged'}</td>;
  return (
    <td data-label={label} data-differs={apart}>
      <span className={styles.score}>{mark.score}</span> {mark.reason}
      {mark.quotes.map(({ start, end, text }) => <q key={`${start}-${end}`} className={styles.quote}>{text}</q>)}
    </td>
  );
}

function differs(judgements: readonly Judgement[], criterion: Criterion['id']): boolean {
  const scores = judgements.flatMap(({ criteria }) => criteria.filter(({ id }) => id === criterion).map(({ score }) => score));
  return new Set(scores).size > 1;
}
