import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { unlinkProvider } from '../../api/account-commands.js';
import { myAccountQuery } from '../../api/account-queries.js';
import { type MyAccount } from '../../api/schema.js';
import { Failure } from '../../ui/failure.js';
import styles from './settings.module.css';
import { useSignInWays } from './use-sign-in-ways.js';

/** The outside places that may sign this account in. Nothing when there is none. */
export function LinkedProviders({ account }: { account: MyAccount }) {
  const queryClient = useQueryClient();
  const { link } = useSignInWays();
  const unlinking = useMutation({
    mutationFn: unlinkProvider,
    onSettled: () => queryClient.invalidateQueries({ queryKey: myAccountQuery.queryKey }),
  });
  if (account.providers.length === 0) return null;
  return (
    <section aria-labelledby="linked" className={styles.section}>
      <h2 id="linked">Other places that sign you in</h2>
      <ul className={styles.list}>
        {account.providers.map(({ id, name }) => (
          <li key={id} className={styles.row}>
            <p className={styles.rowText}>{name}</p>
            <Button variant="default" size="compact-md" loading={unlinking.isPending && unlinking.variables === id} onClick={() => unlinking.mutate(id)}>
              Unlink<span className="visually-hidden"> {name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {unlinking.isError && <Failure error={unlinking.error} />}
      {link && <p className={styles.soft}>A link by mail always works, too.</p>}
    </section>
  );
}
