import { Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type AuditEntry, type AuditFilter as Filter, auditQuery } from '../../api/operator-queries.js';
import { isProblem } from '../../api/problem.js';
import { showInstant } from '../../lib/format.js';
import { Loaded } from '../../ui/loaded.js';
import { AuditFilter } from './audit-filter.js';
import { Older } from './older.js';
import styles from './operations.module.css';

const actors = { account: 'account', system: 'the machine', guest: 'somebody not signed in' } as const satisfies Record<AuditEntry['actor']['kind'], string>;

/** The register of what was done, the newest first. */
export function AuditList({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const query = useInfiniteQuery(auditQuery(filter));
  const faults = isProblem(query.error, 'http.invalid_body') ? query.error.problem.fields : {};
  const isAsking = Object.keys(filter).length > 0;
  return (
    <section aria-labelledby="entries" className={styles.part}>
      <h2 id="entries">Entries</h2>
      <AuditFilter filter={filter} faults={faults} onChange={onFilter} />
      {Object.keys(faults).length > 0 ? <p role="alert">Nothing was looked for. Mend what is marked above.</p> : (
        <Loaded query={query} failed="The audit log could not be read." skeleton={<Skeleton height={400} />}>
          {({ pages }) => <Entries entries={pages.flatMap(({ entries }) => entries)} isAsking={isAsking} />}
        </Loaded>
      )}
      <Older query={query} what="entries" />
    </section>
  );
}

function Entries({ entries, isAsking }: { entries: AuditEntry[]; isAsking: boolean }) {
  if (entries.length === 0) return <p>{isAsking ? 'No entry fits. Ids and actions must be whole and exact.' : 'Nothing has been done yet.'}</p>;
  return (
    <ol className={styles.rows} reversed start={entries[0]?.sequence}>
      {entries.map((entry) => <Entry key={entry.sequence} entry={entry} />)}
    </ol>
  );
}

function Entry({ entry: { sequence, at, actor, action, subject, detail } }: { entry: AuditEntry }) {
  return (
    <li className={styles.entry}>
      <p className={styles.soft}><span className={styles.sequence}>{sequence}</span> {showInstant(at)}</p>
      <div>
        <p className={styles.name}><Link to="/operator/audit" search={{ action }}>{action}</Link></p>
        <p className={styles.facts}>
          <span>By {actors[actor.kind]} {actor.id !== null && <Link to="/operator/audit" search={{ actor: actor.id }}><code>{actor.id}</code></Link>}</span>
          {subject && <span>On {subject.kind.replaceAll('_', ' ')} <Link to="/operator/audit" search={{ subject: subject.id }}><code>{subject.id}</code></Link></span>}
          {detail !== '{}' && <code>{detail}</code>}
        </p>
      </div>
    </li>
  );
}
