import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { isAbsent } from '../../api/problem.js';
import { ownDecisionQuery } from '../../api/reviewed-queries.js';
import { Failure } from '../../ui/failure.js';
import { AppealForm } from './appeal-form.js';
import { DecisionHistory } from './decision-history.js';
import styles from './decisions.module.css';

/** What was decided about one's own interview, why, and the way to ask for another look; nothing before somebody has decided. */
export function DecisionPart({ invitationId }: { invitationId: string }) {
  const { data, error, refetch } = useQuery(ownDecisionQuery(invitationId));
  const heading = useRef<HTMLHeadingElement>(null);
  if (error && !isAbsent(error)) return <Failure title="The decision could not be read." error={error} again={() => void refetch()} />;
  if (!data || data.decisions.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="decision">
      <h2 id="decision" ref={heading} tabIndex={-1}>The decision of {data.organisation.name}</h2>
      <DecisionHistory decisions={data.decisions} own isReadable={data.isReadable} />
      {data.mayAppeal && <AppealForm invitationId={invitationId} days={data.appealDays} onDone={() => heading.current?.focus()} />}
      {!data.isReadable && data.decisions[0]?.outcome === 'reject' && <p className={styles.soft}>The organisation can no longer read your interview, so that nobody can look at it again.</p>}
    </section>
  );
}
