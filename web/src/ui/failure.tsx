import { Button } from '@mantine/core';
import { ProblemError, sentenceFor } from '../api/problem.js';
import { Notice } from './notice.js';

/** What could not be done, why, and the way to try again. */
export function Failure({ error, title, again }: { error: unknown; title?: string; again?: () => void }) {
  const incident = error instanceof ProblemError ? error.problem.incident : null;
  const action = again && <Button variant="default" size="sm" onClick={again}>Try again</Button>;
  return (
    <Notice kind="failure" {...(title === undefined ? {} : { title })} {...(action ? { action } : {})}>
      <p>{sentenceFor(error)}</p>
      {incident !== null && <p>If you write to the operator, name this incident: <code>{incident}</code></p>}
    </Notice>
  );
}
