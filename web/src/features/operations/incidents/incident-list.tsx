import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Incident, incidentsQuery } from '../../../api/incident-queries.js';
import { count, showDay } from '../../../lib/format.js';
import { LinesSkeleton } from '../../../ui/lines-skeleton.js';
import { Loaded } from '../../../ui/loaded.js';
import { Older } from '../older.js';
import styles from '../operations.module.css';
import { IncidentClock } from './incident-clock.js';

/** What went wrong with personal data, the newest first. */
export function IncidentList() {
  const query = useInfiniteQuery(incidentsQuery);
  return (
    <section aria-labelledby="register" className={styles.part}>
      <h2 id="register">The register</h2>
      <Loaded query={query} failed="The register could not be read." skeleton={<LinesSkeleton lines={4} />}>
        {({ pages }) => <List incidents={pages.flatMap(({ incidents }) => incidents)} />}
      </Loaded>
      <Older query={query} what="incidents" />
    </section>
  );
}

function List({ incidents }: { incidents: readonly Incident[] }) {
  if (incidents.length === 0) return <p>Nothing has happened that was written down here.</p>;
  return (
    <ul className={styles.rows}>
      {incidents.map((incident) => (
        <li key={incident.id} className={styles.request}>
          <p className={styles.name}><Link to="/operator/incidents/$id" params={{ id: incident.id }}>{firstLine(incident.what)}</Link></p>
          <p className={styles.facts}>
            {incident.closedAt === null ? <IncidentClock incident={incident} /> : <span>Closed on {showDay(incident.closedAt)}</span>}
            <span>Known since {showDay(incident.knownAt)}</span>
            <span>{count(incident.waiting + incident.sent + incident.leftOut, 'person', 'people')}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function firstLine(what: string): string {
  const [line = ''] = what.split('\n');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
