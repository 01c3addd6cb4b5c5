import { Link } from '@tanstack/react-router';
import { type InterviewSummary } from '../../api/schema.js';
import { count, showDay } from '../../lib/format.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import { ScoreOf } from '../../ui/score-of.js';
import { StateMark } from '../../ui/state-mark.js';
import rows from '../../ui/rows.module.css';

/** One interview of the list; the whole of it leads to where it goes on. */
export function InterviewRow({ interview }: { interview: InterviewSummary }) {
  const { id, state, score, invited } = interview;
  const title = `${interview.roleTitle}, ${interview.levelTitle}${interview.drill ? `: ${interview.drill.title.toLowerCase()}` : ''}`;
  return (
    <li className={rows.row}>
      <div className={rows.what}>
        {state === 'in_progress'
          ? <Link to="/interviews/$id" params={{ id }} className={rows.title}>{title}</Link>
          : <Link to="/interviews/$id/report" params={{ id }} className={rows.title}>{title}</Link>}
        <p className={rows.facts}>
          <StateMark state={state === 'in_progress' && invited?.ref === null ? 'ended' : state} />
          {invited && <span>For {invited.by}</span>}
          {interview.broughtFrom !== null && <span>Brought from {interview.broughtFrom}</span>}
          <span>{interview.answeredCount} of {count(interview.questionCount, 'question')} answered</span>
          <span>{interview.submittedAt === null ? `Started on ${showDay(interview.startedAt)}` : `Submitted on ${showDay(interview.submittedAt)}`}</span>
        </p>
        <p className={rows.facts}><DeletionDate at={interview.expiresAt} /></p>
      </div>
      {score === null ? <p className="visually-hidden">{state === 'for_people' ? 'Scored by no program' : 'No score yet'}</p> : <ScoreOf shown={score} />}
    </li>
  );
}
