import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { takeBackEmailChange } from '../../api/account-commands.js';
import { myAccountQuery } from '../../api/account-queries.js';
import { type MyAccount } from '../../api/schema.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { showMoment } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { InboxHint } from './inbox-hint.js';
import styles from './settings.module.css';

/** A change of the address that waits for one mailbox or for both. */
export function PendingEmail({ pending, current }: { pending: NonNullable<MyAccount['pendingEmail']>; current: string }) {
  const queryClient = useQueryClient();
  const takingBack = useMutation({
    mutationFn: takeBackEmailChange,
    onSuccess: () => {
      focusHeading();
      return queryClient.invalidateQueries({ queryKey: myAccountQuery.queryKey });
    },
  });
  const state = (side: 'old' | 'new'): string => (pending.confirmed.includes(side) ? 'confirmed' : 'not confirmed yet');
  return (
    <>
      <Notice kind="info" title="A change waits for you">
        <p>Open the mail in both mailboxes and press the button there, until {showMoment(pending.until)}. Until then nothing changes.</p>
      </Notice>
      <dl className={styles.facts}>
        <dt>From {current}</dt>
        <dd>{state('old')}</dd>
        <dt>To {pending.email}</dt>
        <dd>{state('new')}</dd>
      </dl>
      <InboxHint />
      {takingBack.isError && <Failure error={takingBack.error} />}
      <Button variant="default" loading={takingBack.isPending} onClick={() => takingBack.mutate()}>Take the change back</Button>
    </>
  );
}
