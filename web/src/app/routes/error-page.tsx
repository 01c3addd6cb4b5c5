import { Button } from '@mantine/core';
import { type ErrorComponentProps } from '@tanstack/react-router';
import { NoConnectionError, ProblemError, sentenceFor } from '../../api/problem.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './plain-page.module.css';

/** When a page broke. What was saved stays saved, and the incident leads the operator to the cause. */
export function ErrorPage({ error }: ErrorComponentProps) {
  const known = error instanceof ProblemError || error instanceof NoConnectionError;
  const incident = error instanceof ProblemError ? error.problem.incident : null;
  return (
    <div className={styles.plain}>
      <PageHeading title="This page broke">{known ? 'This page cannot be shown right now' : 'This page broke'}</PageHeading>
      <p>{known ? sentenceFor(error) : 'That is our fault, not yours. What was saved is still there. Load the page again; if it happens twice, write to the operator.'}</p>
      {incident !== null && <p>Name this incident when you write: <code>{incident}</code></p>}
      <div><Button onClick={() => window.location.reload()}>Load again</Button></div>
    </div>
  );
}
