import { Link } from '@tanstack/react-router';
import { ProblemError, sentenceFor } from '../api/problem.js';
import { Failure } from './failure.js';
import { Notice } from './notice.js';

/** Why nobody is shown. Whoever may not search yet is led to where it can be changed; trying again would not help. */
export function Refused({ title, error, again }: { title: string; error: unknown; again: () => void }) {
  if (!(error instanceof ProblemError) || error.problem.status !== 403) return <Failure title={title} error={error} again={again} />;
  return (
    <Notice kind="info" title={title} action={<Link to="/organisation">See your organisation</Link>}>
      <p>{sentenceFor(error)}</p>
    </Notice>
  );
}
