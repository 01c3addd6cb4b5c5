import { Link } from '@tanstack/react-router';
import { type InterviewQuestion } from '../../../api/schema.js';
import { Notice } from '../../../ui/notice.js';
import { nameOf } from '../question-name.js';

/** What was said and nobody wrote down: nothing is made up for it. */
export function Unheard({ id, positions, questions }: { id: string; positions: readonly number[]; questions: readonly InterviewQuestion[] }) {
  const missed = questions.filter(({ position }) => positions.includes(position));
  if (missed.length === 0) return null;
  return (
    <Notice kind="warning" title="Something you said was not written down">
      <p>Say it again when the interviewer asks, or write it down yourself:</p>
      <ul>
        {missed.map((question) => <li key={question.position}><Link to="/interviews/$id" params={{ id }} search={{ question: question.position }}>{nameOf(question)}</Link></li>)}
      </ul>
    </Notice>
  );
}
