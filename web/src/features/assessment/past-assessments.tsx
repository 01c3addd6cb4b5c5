import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { assessmentsQuery } from '../../api/queries.js';
import { type AssessmentSummary } from '../../api/schema.js';
import { showMoment } from '../../lib/format.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import { Loaded } from '../../ui/loaded.js';
import { ScoreOf } from '../../ui/score-of.js';
import rows from '../../ui/rows.module.css';
import styles from './assessment.module.css';

/** Every assessment that still exists, the newest first. */
export function PastAssessments() {
  const query = useQuery(assessmentsQuery);
  return (
    <section aria-labelledby="past" className={styles.past}>
      <h2 id="past">What you have made so far</h2>
      <Loaded query={query} failed="What you have made so far could not be read." skeleton={<Skeleton height={64} />}>
        {(made) => (made.length === 0
          ? <p className={styles.quiet}>Nothing yet.</p>
          : <ul className={rows.rows}>{made.map((assessment) => <PastRow key={assessment.id} assessment={assessment} />)}</ul>)}
      </Loaded>
    </section>
  );
}

function PastRow({ assessment: { id, roleTitle, fit, hasDescription, madeAt, expiresAt } }: { assessment: AssessmentSummary }) {
  return (
    <li className={rows.row}>
      <div className={rows.what}>
        <Link to="/assessment/$id" params={{ id }} className={rows.title}>{roleTitle}<span className="visually-hidden">, {showMoment(madeAt)}</span></Link>
        <p className={rows.facts}>
          <span>{hasDescription ? 'With a job description' : 'The role alone'}</span>
          <span>Made on {showMoment(madeAt)}</span>
        </p>
        <p className={rows.facts}><DeletionDate at={expiresAt} /></p>
      </div>
      <ScoreOf shown={fit} of={100} />
    </li>
  );
}
