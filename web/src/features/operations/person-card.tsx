import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { isAbsent } from '../../api/problem.js';
import { type Person, personQuery } from '../../api/operator-queries.js';
import { capital, inOneBreath, showInstant } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import styles from './operations.module.css';

const states = { unconfirmed: 'Address not confirmed yet', open: 'Open', closed: 'Closed by its owner, and about to be deleted' } as const satisfies Record<Person['state'], string>;

/** Roles, state and counts of one account: nothing that says who it is. */
export function PersonCard({ id }: { id: string }) {
  const query = useQuery(personQuery(id));
  if (isAbsent(query.error)) {
    return <Notice kind="info" title="There is no account with this id">It was never there, or it has been deleted. <Link to="/operator/people">Try another id</Link></Notice>;
  }
  return (
    <Loaded query={query} failed="The account could not be read." skeleton={<LinesSkeleton lines={8} />}>
      {(person) => (
        <div className={styles.board}>
          <dl className={styles.about}>
            <dt>Roles</dt><dd>{capital(inOneBreath(person.roles))}</dd>
            <dt>State</dt><dd>{states[person.state]}</dd>
            <dt>Made</dt><dd>{showInstant(person.madeAt)}</dd>
            <dt>Signed in</dt><dd>{person.signIns === 0 ? 'Nowhere' : `${person.signIns} ${person.signIns === 1 ? 'place' : 'places'}`}</dd>
            <dt>Audit log</dt>
            <dd><Link to="/operator/audit" search={{ subject: id }}>What was done to it</Link>, <Link to="/operator/audit" search={{ actor: id }}>what it did</Link></dd>
          </dl>
          <Holdings holdings={person.holdings} />
        </div>
      )}
    </Loaded>
  );
}

function Holdings({ holdings }: Pick<Person, 'holdings'>) {
  return (
    <section aria-labelledby="held" className={styles.part}>
      <h2 id="held">What is held</h2>
      <p>How many rows each table holds of this person. What stands in them is not shown here.</p>
      <table className={styles.numbers}>
        <thead><tr><th scope="col">Table</th><th scope="col">Rows</th><th scope="col">Module</th><th scope="col">Kept</th></tr></thead>
        <tbody>
          {holdings.map(({ module, table, rows, kept }) => (
            <tr key={table}><th scope="row">{table}</th><td data-label="Rows">{rows}</td><td data-label="Module">{module}</td><td data-label="Kept">{kept}</td></tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
