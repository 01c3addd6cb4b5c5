import { Button } from '@mantine/core';
import { type Account } from '../../api/schema.js';
import { useSignOut } from '../../features/account/use-sign-out.js';
import { OwnPicture } from '../../ui/own-picture.js';
import styles from './layouts.module.css';

export function AccountCorner({ account: { name, hasPicture } }: { account: Account }) {
  const leaving = useSignOut();
  return (
    <>
      {hasPicture && <OwnPicture alt="" size="small" />}
      <span className={styles.who} title={name}>{name}</span>
      <Button variant="subtle" size="compact-md" loading={leaving.isPending} onClick={() => leaving.mutate()}>Sign out</Button>
    </>
  );
}
