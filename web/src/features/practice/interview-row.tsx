import { Link } from '@tanstack/react-router';
import { type InterviewSummary } from '../../api/schema.js';
import { count, showDay } from '../../lib/format.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import { ScoreOfTen } from '../../ui/score-of-ten.js';
import { StateMark } from '../../ui/state-mark.js';
import styles from './practice.module.css';

/** One interview of the list; the whole of it leads to where it goes on. */
export function InterviewRow({ interview }: { interview: InterviewSummary }) {
  const { id, state, score } = interview;
  const title = `${interview.roleTitle}, ${interview.levelTitle}${interview.drill ? `: ${interview.drill.title.toLowerCase()}` : ''}`;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        {state === 'in_progress'
          ? <Link to="/interviews/$id" params={{ id }} className={styles.title}>{title}</Link>
          : <Link to="/interviews/$id/report" params={{ id }} className={styles.title}>{title}</Link>}
        <p className={styles.facts}>
          <StateMark state={state} />
          <span>{interview.answeredCount} of {count(interview.questionCount, 'question')} answered</span>
          <span>{interview.submittedAt === null ? `Started on ${showDay(interview.startedAt)}` : `Submitted on ${showDay(interview.submittedAt)}`}</span>
        </p>
        <p className={styles.facts}><DeletionDate at={interview.expiresAt} /></p>
      </div>
      {score === null ? <p className="visually-hidden">No score yet</p> : <ScoreOfTen shown={score} />}
    </li>
  );
}
