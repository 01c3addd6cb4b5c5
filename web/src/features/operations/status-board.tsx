import { Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { operationsQuery } from '../../api/queries.js';
import { type OperationsStatus } from '../../api/schema.js';
import { count } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './operations.module.css';

/** Whether this place runs, looked at anew every five seconds. */
export function StatusBoard() {
  const query = useQuery(operationsQuery);
  return (
    <Loaded query={query} failed="The state of this place could not be read." skeleton={<Skeleton height={320} />}>
      {({ checks, queues }) => (
        <div className={styles.board}>
          {query.isError && <Failure title="This is the last state that could be read." error={query.error} again={() => void query.refetch()} />}
          <Checks checks={checks} />
          <Queues queues={queues} />
        </div>
      )}
    </Loaded>
  );
}

function Checks({ checks }: Pick<OperationsStatus, 'checks'>) {
  return (
    <section aria-labelledby="checks" className={styles.part}>
      <h2 id="checks">Ready to serve</h2>
      <table>
        <thead><tr><th scope="col">Part</th><th scope="col">State</th><th scope="col">What it says</th></tr></thead>
        <tbody>
          {checks.map(({ name, ok, says }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td><span className={styles.state} data-ok={ok}>{ok ? <IconCheck size={18} stroke={1.5} aria-hidden /> : <IconAlertTriangle size={18} stroke={1.5} aria-hidden />}{ok ? 'Works' : 'Fails'}</span></td>
              <td className={styles.says}>{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Queues({ queues }: Pick<OperationsStatus, 'queues'>) {
  return (
    <section aria-labelledby="queues" className={styles.part}>
      <h2 id="queues">Work in the queues</h2>
      {queues.length === 0 ? <p>There are no queues.</p> : (
        <div className={styles.scroll} tabIndex={0} role="group" aria-labelledby="queues">
          <table className={styles.numbers}>
            <thead><tr><th scope="col">Queue</th><th scope="col">Waiting</th><th scope="col">Running</th><th scope="col">Failed</th><th scope="col">Oldest waits</th></tr></thead>
            <tbody>
              {queues.map(({ name, waiting, active, failed, oldestDueSeconds }) => (
                <tr key={name}><th scope="row">{name}</th><td>{waiting}</td><td>{active}</td><td data-failed={failed > 0}>{failed}</td><td>{waiting === 0 ? '–' : count(Math.round(oldestDueSeconds), 'second')}</td></tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
