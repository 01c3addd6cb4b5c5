import { Button } from '@mantine/core';
import { type Account } from '../../api/schema.js';
import { Failure } from '../../ui/failure.js';
import styles from './account-facts.module.css';
import { useSignOut } from './use-sign-out.js';

/** Who this account says one is. */
export function AccountFacts({ account }: { account: Account }) {
  const leaving = useSignOut();
  return (
    <section aria-labelledby="account-facts" className={styles.section}>
      <h2 id="account-facts">Account</h2>
      <dl className={styles.facts}>
        <dt>Name</dt>
        <dd>{account.name}</dd>
        <dt>E-mail address</dt>
        <dd>{account.email}</dd>
      </dl>
      {leaving.isError && <Failure error={leaving.error} />}
      <div><Button variant="default" loading={leaving.isPending} onClick={() => leaving.mutate()}>Sign out of this device</Button></div>
    </section>
  );
}
