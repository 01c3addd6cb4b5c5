import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { inboxQuery } from '../../api/queries.js';
import { showMoment } from '../../lib/format.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './operations.module.css';

/** The mails of a development machine, the newest first. */
export function InboxList() {
  return (
    <Loaded query={useQuery(inboxQuery)} failed="The inbox could not be read." skeleton={<Skeleton height={200} />}>
      {(mails) => (mails.length === 0 ? <p>No mail has been written yet. Sign up, and the first one is here.</p> : (
        <ul className={styles.mails}>
          {mails.map(({ id, to, subject, receivedAt }) => (
            <li key={id}>
              <Link to="/inbox/$id" params={{ id }}>{subject}</Link>
              <span>To {to}</span>
              <span>{showMoment(receivedAt)}</span>
            </li>
          ))}
        </ul>
      ))}
    </Loaded>
  );
}
