import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { certificateChecksQuery, type Check } from '../../api/certificate-desk-queries.js';
import { count, showInstant } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { CheckDesk } from './check-desk.js';
import styles from './desk.module.css';

/** Certificates that wait for a person; one of them opened. */
export function CheckList({ opened, onDone }: { opened: string | undefined; onDone: () => void }) {
  const query = useQuery(certificateChecksQuery);
  return (
    <section aria-labelledby="checks" className={styles.part}>
      <h2 id="checks">To be decided</h2>
      <Loaded query={query} failed="What waits could not be read." skeleton={<LinesSkeleton lines={4} />}>
        {(checks) => <Checks checks={checks} opened={opened} onDone={onDone} />}
      </Loaded>
    </section>
  );
}

function Checks({ checks, opened, onDone }: { checks: Check[]; opened: string | undefined; onDone: () => void }) {
  const check = checks.find(({ id, isOwn }) => id === opened && !isOwn);
  if (check) return <CheckDesk key={check.id} check={check} onDone={onDone} />;
  if (checks.length === 0) return <p>Nothing waits. Certificates come here when answers are nearly the same as some that were given before.</p>;
  return <ul className={styles.rows}>{checks.map((one) => <Line key={one.id} check={one} />)}</ul>;
}

function Line({ check: { id, roleTitle, levelTitle, overall, askedAt, isOwn, findings } }: { check: Check }) {
  return (
    <li>
      <div>
        <p className={styles.name}>{roleTitle}, {levelTitle}</p>
        <p className={styles.facts}>
          <span>{overall} of 10</span><span>Asked for on {showInstant(askedAt)}</span><span>{count(findings.length, 'answer')} alike</span>
          {isOwn && <span>Your own: somebody else has to decide</span>}
        </p>
      </div>
      {!isOwn && <Link to="/operator/certificates" search={{ check: id }}>Look at it<span className="visually-hidden">: {roleTitle}, {levelTitle}, asked for on {showInstant(askedAt)}</span></Link>}
    </li>
  );
}
