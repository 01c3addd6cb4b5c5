import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../api/queries.js';
import { type PublishedPolicy } from '../../api/schema.js';
import { Loaded } from '../../ui/loaded.js';
import { NotSetUp } from './not-set-up.js';
import styles from './privacy.module.css';

/** The retention part of the policy, as it runs. */
export function RetentionTable() {
  return (
    <Loaded query={useQuery(policyQuery)} failed="The policy could not be read." skeleton={<Skeleton height={400} />}>
      {(policy) => <Policy policy={policy} />}
    </Loaded>
  );
}

function Policy({ policy }: { policy: PublishedPolicy }) {
  return (
    <div className={styles.policy}>
      <table className={styles.table}>
        <caption>Policy “{policy.name}”, version {policy.version}</caption>
        <thead>
          <tr><th scope="col">What</th><th scope="col">How long</th><th scope="col">Counted from</th></tr>
        </thead>
        <tbody>
          {policy.retention.map(({ id, says, keep, from }) => (
            <tr key={id}><th scope="row">{says}</th><td data-label="How long">{keep}</td><td data-label="Counted from">{from}</td></tr>
          ))}
        </tbody>
      </table>
      <section className={styles.who} aria-labelledby="operator">
        <h2 id="operator">Who is responsible</h2>
        <NotSetUp policy={policy} />
        <p>{policy.operator.name}</p>
        <p>{policy.operator.address}</p>
        <p><a href={`mailto:${policy.operator.privacyContact}`}>{policy.operator.privacyContact}</a></p>
      </section>
    </div>
  );
}
