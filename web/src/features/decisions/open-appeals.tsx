import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { organisationQuery } from '../../api/organisation-queries.js';
import { openAppealsQuery } from '../../api/reviewed-queries.js';
import { showDeadline } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import styles from './decisions.module.css';

/** Candidates who ask for another look, the most urgent first; nothing where nobody does. */
export function OpenAppeals() {
  const { data: organisation } = useQuery(organisationQuery);
  const maySee = organisation?.state === 'approved' && organisation.myRoles.some((role) => role !== 'billing');
  const { data, error, refetch } = useQuery({ ...openAppealsQuery, enabled: maySee });
  if (error) return <Failure title="Appeals of candidates could not be read." error={error} again={() => void refetch()} />;
  if (!data || data.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="appeals">
      <h2 id="appeals">Candidates who ask for another look</h2>
      <ul className={styles.appeals}>
        {data.map(({ id, invitationId, name, jobTitle, dueAt, isOverdue, mayAnswer }) => (
          <li key={id}>
            <span><Link to="/invitations/$id" params={{ id: invitationId }}>{name ?? 'A candidate'}</Link>, {jobTitle}{mayAnswer ? '' : ' (a colleague of yours answers: you decided)'}</span>
            <span className={isOverdue ? styles.late : styles.soft}>{isOverdue ? 'Overdue since' : 'Answer by'} {showDeadline(dueAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
