import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { confirmEmailChange } from '../../api/account-commands.js';
import { myAccountQuery } from '../../api/account-queries.js';
import { isProblem } from '../../api/problem.js';
import { sessionQuery } from '../../api/queries.js';
import { type EmailChange } from '../../api/schema.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './account-form.module.css';

/** One of the two mails of a change of address leads here; the button confirms for its mailbox. */
export function ConfirmEmailChange({ token }: { token: string | null }) {
  const queryClient = useQueryClient();
  const confirmation = useMutation({
    mutationFn: confirmEmailChange,
    onSettled: focusHeading,
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: myAccountQuery.queryKey });
    },
  });
  const over = token === null || isProblem(confirmation.error, 'accounts.link_used_or_expired');
  return (
    <>
      <PageHeading title="Change your address" failed={confirmation.isError}>Change your address</PageHeading>
      <div className={styles.stack}>
        {confirmation.data && <Outcome state={confirmation.data.state} />}
        {over && (
          <Notice kind="warning" title={token === null ? 'The link is not complete' : 'This link does not work any more'}>
            {token === null
              ? 'Open it again from the mail, or copy all of it into the address bar.'
              : 'It was used already, its time is over, or the change was taken back. Look at your settings to see where it stands.'}
          </Notice>
        )}
        {confirmation.isError && !over && <Failure error={confirmation.error} />}
        {!over && !confirmation.data && (
          <>
            <p>Press the button to say that the address of this mailbox is yours, and that you want the change. It happens once both mailboxes have said so.</p>
            <Button loading={confirmation.isPending} onClick={() => confirmation.mutate(token)}>Confirm the change</Button>
          </>
        )}
        {(over || confirmation.data) && <ButtonLink to="/settings/profile" variant="default">Go to your profile</ButtonLink>}
      </div>
    </>
  );
}

const Outcome = ({ state }: EmailChange) => (state === 'changed'
  ? <Notice kind="done" title="Your address is changed">Sign in with the new one from now on.</Notice>
  : <Notice kind="done" title="Confirmed here">Now open the mail in the other mailbox. Until then nothing changes.</Notice>);
