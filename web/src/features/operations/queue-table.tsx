import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { operationsQuery } from '../../api/queries.js';
import { count } from '../../lib/format.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './operations.module.css';

/** What lies in each queue. */
export function QueueTable() {
  return (
    <section aria-labelledby="queues" className={styles.part}>
      <h2 id="queues">Queues</h2>
      <Loaded query={useQuery(operationsQuery)} failed="The queues could not be counted." skeleton={<Skeleton height={240} />}>
        {({ queues }) => (
          <table className={styles.numbers}>
            <thead><tr><th scope="col">Queue</th><th scope="col">Waiting</th><th scope="col">Running</th><th scope="col">Given up</th><th scope="col">Oldest waits</th></tr></thead>
            <tbody>
              {queues.map(({ name, waiting, active, failed, oldestDueSeconds }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td data-label="Waiting">{waiting}</td>
                  <td data-label="Running">{active}</td>
                  <td data-label="Given up" data-failed={failed > 0}>{failed}</td>
                  <td data-label="Oldest waits">{waiting === 0 ? '–' : count(oldestDueSeconds, 'second')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </section>
  );
}
