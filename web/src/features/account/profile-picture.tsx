import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { deletePicture } from '../../api/account-commands.js';
import { myAccountQuery } from '../../api/account-queries.js';
import { sessionQuery } from '../../api/queries.js';
import { type MyAccount } from '../../api/schema.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { Failure } from '../../ui/failure.js';
import { OwnPicture } from '../../ui/own-picture.js';
import styles from './settings.module.css';

/** The picture somebody took along when they signed up. Nothing when there is none. */
export function ProfilePicture({ account }: { account: MyAccount }) {
  const queryClient = useQueryClient();
  const deleting = useMutation({
    mutationFn: deletePicture,
    onSuccess: focusHeading,
    onSettled: () => Promise.all([myAccountQuery, sessionQuery].map(({ queryKey }) => queryClient.invalidateQueries({ queryKey }))),
  });
  if (account.pictureFrom === null) return null;
  return (
    <section aria-labelledby="your-picture" className={styles.section}>
      <h2 id="your-picture">Your picture</h2>
      <OwnPicture alt="You" size="large" />
      <p className={styles.soft}>You took it along from {account.pictureFrom}. It is shown to nobody but you.</p>
      {deleting.isError && <Failure error={deleting.error} />}
      <Button variant="default" loading={deleting.isPending} onClick={() => deleting.mutate()}>Delete the picture</Button>
    </section>
  );
}
