import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type LegalDisclosure, legalDisclosuresQuery } from '../../api/disclosure-queries.js';
import { showInstant } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Older } from './older.js';
import styles from './operations.module.css';

/** What was given to authorities, the newest first. */
export function DisclosureList() {
  const query = useInfiniteQuery(legalDisclosuresQuery);
  return (
    <section aria-labelledby="given" className={styles.part}>
      <h2 id="given">What was given</h2>
      <Loaded query={query} failed="The register could not be read." skeleton={<LinesSkeleton lines={4} />}>
        {({ pages }) => <List given={pages.flatMap(({ disclosures }) => disclosures)} />}
      </Loaded>
      <Older query={query} what="lines" />
    </section>
  );
}

function List({ given }: { given: readonly LegalDisclosure[] }) {
  if (given.length === 0) return <p>Nothing was given to an authority.</p>;
  return <ul className={styles.rows}>{given.map((line) => <Line key={line.id} line={line} />)}</ul>;
}

function Line({ line: { accountId, recipient, ground, data, reason, disclosedAt, secretUntil, secretBecause, toldAt } }: { line: LegalDisclosure }) {
  return (
    <li className={styles.request}>
      <p className={styles.name}>{recipient}</p>
      <p className={styles.facts}>
        <span>{showInstant(disclosedAt)}</span>
        {accountId === null ? <span>The account is gone</span> : <Link to="/operator/people/$id" params={{ id: accountId }}>Account {accountId}</Link>}
        <span>{toldAt === null ? `Not told before ${secretUntil === null ? 'they are gone' : showInstant(secretUntil)}` : `Told ${showInstant(toldAt)}`}</span>
      </p>
      <p><strong>Ground:</strong> {ground}</p>
      {data !== null && <p><strong>Which data:</strong> {data}</p>}
      {reason !== null && <p className={styles.words}><strong>Why:</strong> {reason}</p>}
      {secretBecause !== null && <p className={styles.soft}>Kept from the person by: {secretBecause}</p>}
    </li>
  );
}
