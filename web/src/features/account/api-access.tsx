import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { makeToken } from '../../api/account-commands.js';
import { showClock } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { CopyText } from '../../ui/copy-text.js';
import styles from './settings.module.css';

/** A short-lived token for programs that read or do something in one's name. */
export function ApiAccess() {
  const making = useMutation({ mutationFn: makeToken });
  return (
    <div className={styles.section}>
      <p>A program that carries a token can do what you can do here, except change this account. It works for some minutes, and no longer than the sign-in you make it with.</p>
      {making.isError && <Failure error={making.error} />}
      <Button variant={making.data ? 'default' : 'filled'} loading={making.isPending} onClick={() => making.mutate()}>{making.data ? 'Make another token' : 'Make a token'}</Button>
      {making.data && <Token token={making.data.token} expiresAt={making.data.expiresAt} />}
    </div>
  );
}

function Token({ token, expiresAt }: { token: string; expiresAt: string }) {
  return (
    <>
      <p role="status">Your token works until {showClock(expiresAt)}. It is shown only now.</p>
      <code className={`${styles.mono} ${styles.block}`}>{token}</code>
      <div className={styles.buttons}><CopyText text={token} what="the token" /></div>
      <p>For example, to read your interviews:</p>
      <code className={`${styles.mono} ${styles.block}`}>{`curl -H "Authorization: Bearer $TOKEN" ${window.location.origin}/api/interviews`}</code>
    </>
  );
}
