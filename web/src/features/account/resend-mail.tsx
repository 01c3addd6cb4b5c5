import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { sendVerificationMail } from '../../api/commands.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import styles from './account-form.module.css';

/** Sends the link once more. The answer is the same whether the address is known or not. */
export function ResendMail({ email }: { email: string }) {
  const sending = useMutation({ mutationFn: () => sendVerificationMail(email) });
  return (
    <div className={styles.stack}>
      {sending.isSuccess
        ? <Notice kind="done">A new link is on its way to <span className={styles.address}>{email}</span>. Only the newest one works.</Notice>
        : <Button variant="default" loading={sending.isPending} onClick={() => sending.mutate()}>Send the mail again</Button>}
      {sending.isError && <Failure error={sending.error} />}
    </div>
  );
}
