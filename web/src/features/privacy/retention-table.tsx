import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../api/queries.js';
import { type PublishedPolicy } from '../../api/schema.js';
import { Loaded } from '../../ui/loaded.js';
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
      <section className={styles.processors} aria-labelledby="processors">
        <h2 id="processors">Who else is given data</h2>
        {policy.processors.every(({ inUse }) => !inUse) && <p>Nobody. The companies below are declared, but none of them is in use here.</p>}
        {policy.processors.map((processor) => <Processor key={processor.id} processor={processor} />)}
      </section>
      <section className={styles.who} aria-labelledby="operator">
        <h2 id="operator">Who is responsible</h2>
        <p>{policy.operator.name}</p>
        <p>{policy.operator.address}</p>
        <p><a href={`mailto:${policy.operator.privacyContact}`}>{policy.operator.privacyContact}</a></p>
      </section>
    </div>
  );
}

function Processor({ processor: { name, purpose, data, region, policyUrl, inUse } }: { processor: PublishedPolicy['processors'][number] }) {
  return (
    <article>
      <h3>{name} <span className={styles.use}>{inUse ? 'in use' : 'not in use here'}</span></h3>
      <p>{purpose}.</p>
      <p>{data}.</p>
      <p>{region} · <a href={policyUrl}>What {name} says about privacy</a></p>
    </article>
  );
}
