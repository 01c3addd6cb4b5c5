import { Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClockHour4 } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mailLedgerQuery, type MailLine } from '../../api/operator-queries.js';
import { showInstant } from '../../lib/format.js';
import { Loaded } from '../../ui/loaded.js';
import { Older } from './older.js';
import styles from './operations.module.css';

type State = MailLine['state'];

const marks = {
  queued: { icon: IconClockHour4, says: 'Waits' },
  sent: { icon: IconCheck, says: 'Sent' },
  refused: { icon: IconAlertTriangle, says: 'Refused' },
} as const satisfies Record<State, { icon: typeof IconCheck; says: string }>;

const states = Object.keys(marks) as State[];

/** Which mails were written, and whether they left. */
export function MailLedger({ state }: { state: State | undefined }) {
  const query = useInfiniteQuery(mailLedgerQuery(state));
  return (
    <div className={styles.part}>
      <Loaded query={query} failed="The mails could not be read." skeleton={<Skeleton height={320} />}>
        {({ pages }) => (
          <>
            {pages[0] && <Choice counts={pages[0].counts} />}
            <List mails={pages.flatMap(({ mails }) => mails)} />
          </>
        )}
      </Loaded>
      <Older query={query} what="mails" />
    </div>
  );
}

function Choice({ counts }: { counts: Record<State, number> }) {
  const all = states.reduce((sum, state) => sum + counts[state], 0);
  return (
    <nav className={styles.choice} aria-label="Which mails">
      <Link to="/operator/mails" search={{}} activeOptions={{ exact: true, includeSearch: true }}>All ({all})</Link>
      {states.map((state) => (
        <Link key={state} to="/operator/mails" search={{ state }} activeOptions={{ exact: true, includeSearch: true }}>{marks[state].says} ({counts[state]})</Link>
      ))}
    </nav>
  );
}

function List({ mails }: { mails: MailLine[] }) {
  if (mails.length === 0) return <p>There are none. A mail is listed until the policy no longer keeps that it was written.</p>;
  return (
    <table className={styles.ledger}>
      <thead><tr><th scope="col">Kind of mail</th><th scope="col">State</th><th scope="col">Written</th><th scope="col">Done</th></tr></thead>
      <tbody>
        {mails.map(({ id, template, state, writtenAt, doneAt }) => (
          <tr key={id}>
            <th scope="row">{template}</th>
            <td data-label="State"><Mark state={state} /></td>
            <td data-label="Written">{showInstant(writtenAt)}</td>
            <td data-label="Done">{doneAt === null ? 'not yet' : showInstant(doneAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Mark({ state }: { state: State }) {
  const { icon: Icon, says } = marks[state];
  return <span className={styles.state} {...(state === 'refused' ? { 'data-ok': false } : {})}><Icon size={18} stroke={1.5} aria-hidden />{says}</span>;
}
