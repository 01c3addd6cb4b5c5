import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { type ReportAnswer } from '../../api/schema.js';
import { capital } from '../../lib/format.js';
import { Notice } from '../../ui/notice.js';
import { ScoreOf } from '../../ui/score-of.js';
import { AnswerRecordings } from './answer-recordings.js';
import { MarkedAnswer } from './marked-answer.js';
import styles from './report.module.css';
import { type PlayedHere, useAnswerReplay } from './use-answer-replay.js';

interface Props {
  answer: ReportAnswer;
  /** Recordings that are in this page alone; else they are played from the server. */
  played?: PlayedHere;
  /** No program judges it. */
  byPeople?: boolean;
  /** What can be done about it. */
  children?: ReactNode;
}

/** One question of the report: what was said, how it was scored, what was missing. */
export function AnswerReview({ answer, played, byPeople = false, children }: Props) {
  const replay = useAnswerReplay(answer, played);
  const id = `answer-${answer.position}`;
  return (
    <article className={styles.answer} aria-labelledby={id}>
      <header className={styles.answerHead}>
        <p className={styles.kicker}>Question {answer.position}</p>
        <h3 id={id}>{answer.question}</h3>
        {answer.shown !== null && <ScoreOf shown={answer.shown} />}
      </header>
      {answer.state === 'skipped' && <Notice kind="info">{answer.message ?? 'You left this question without an answer. It counts as 0.'}</Notice>}
      {byPeople && answer.text.trim() === '' && <Notice kind="info">You left this question without an answer.</Notice>}
      {answer.state === 'not_scored' && !byPeople && <Notice kind="warning" title="This answer was not scored">{answer.message ?? 'It carries no number.'}</Notice>}
      <AnswerRecordings answer={answer} replay={replay} played={played} />
      {answer.text.trim() === ''
        ? <Lessons answer={answer} />
        : <MarkedAnswer scope={`question ${answer.position}`} text={answer.text} criteria={answer.criteria} followUp={answer.followUp} replay={replay}><Lessons answer={answer} /></MarkedAnswer>}
      {children}
    </article>
  );
}

function Lessons({ answer }: { answer: ReportAnswer }) {
  return (
    <>
      {answer.followUp?.startsAt === null && <p className={styles.kicker}>You were also asked: {answer.followUp.question} You left that without an answer, which costs nothing.</p>}
      <Points points={answer.points} />
      {answer.advice.length > 0 && (
        <div>
          <h4>What to do next time</h4>
          <ul className={styles.advice}>{answer.advice.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        </div>
      )}
      {answer.modelOutline.length > 0 && (
        <details className={styles.outline}>
          <summary>Show the outline of a strong answer</summary>
          <ol>{answer.modelOutline.map((step) => <li key={step}>{step}</li>)}</ol>
        </details>
      )}
    </>
  );
}

function Points({ points }: { points: ReportAnswer['points'] }) {
  if (points.length === 0) return null;
  const covered = points.filter((point) => point.covered);
  const missing = points.filter((point) => !point.covered);
  return (
    <div className={styles.points}>
      {covered.length > 0 && (
        <div>
          <h4>What you covered</h4>
          <ul>{covered.map(({ id, text }) => <li key={id} data-covered="true"><IconCheck size={18} stroke={1.5} aria-hidden />{capital(text)}</li>)}</ul>
        </div>
      )}
      {missing.length > 0 && (
        <div>
          <h4>What was missing</h4>
          <ul>{missing.map(({ id, text }) => <li key={id} data-covered="false"><IconCircleDashed size={18} stroke={1.5} aria-hidden />{capital(text)}</li>)}</ul>
        </div>
      )}
    </div>
  );
}
