import { Button } from '@mantine/core';
import { useSignOut } from '../../features/account/use-sign-out.js';
import styles from './layouts.module.css';

export function AccountCorner({ name }: { name: string }) {
  const leaving = useSignOut();
  return (
    <>
      <span className={styles.who} title={name}>{name}</span>
      <Button variant="subtle" size="compact-md" loading={leaving.isPending} onClick={() => leaving.mutate()}>Sign out</Button>
    </>
  );
}
