import { Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { operationsQuery } from '../../api/queries.js';
import { type OperationsStatus } from '../../api/schema.js';
import { count } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import styles from './operations.module.css';

/** Whether this place runs, looked at anew every five seconds. */
export function HealthBoard() {
  const query = useQuery(operationsQuery);
  return (
    <Loaded query={query} failed="The state of this place could not be read." skeleton={<Skeleton height={200} />}>
      {({ checks, queues }) => (
        <div className={styles.board}>
          {query.isError && <Failure title="This is the last state that could be read." error={query.error} again={() => void query.refetch()} />}
          <Checks checks={checks} />
          <GivenUp failed={queues.reduce((sum, { failed }) => sum + failed, 0)} />
        </div>
      )}
    </Loaded>
  );
}

function Checks({ checks }: Pick<OperationsStatus, 'checks'>) {
  return (
    <table className={styles.ledger}>
      <thead><tr><th scope="col">Part</th><th scope="col">State</th><th scope="col">What it says</th></tr></thead>
      <tbody>
        {checks.map(({ name, ok, says }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td data-label="State"><span className={styles.state} data-ok={ok}>{ok ? <IconCheck size={18} stroke={1.5} aria-hidden /> : <IconAlertTriangle size={18} stroke={1.5} aria-hidden />}{ok ? 'Works' : 'Fails'}</span></td>
            <td data-label="Says" className={styles.says}>{says}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const GivenUp = ({ failed }: { failed: number }) => failed > 0 && (
  <Notice kind="warning" title={`${count(failed, 'piece of work was', 'pieces of work were')} given up`}>
    <Link to="/operator/work">See which, and try again</Link>
  </Notice>
);
