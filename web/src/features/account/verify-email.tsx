import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { verifyEmail } from '../../api/commands.js';
import { isProblem } from '../../api/problem.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './account-form.module.css';

/** The link of the mail leads here and does nothing by itself: mail scanners open links, people press buttons. */
export function VerifyEmail({ token, onDone }: { token: string | null; onDone: () => void }) {
  const confirmation = useMutation({ mutationFn: verifyEmail, onSuccess: onDone });
  return (
    <>
      <PageHeading title="Confirm your address" failed={confirmation.isError}>Confirm your e-mail address</PageHeading>
      <div className={styles.stack}>
        {token === null
          ? <Notice kind="warning" title="The link is not complete">Open it again from the mail, or copy all of it into the address bar.</Notice>
          : <p>Press the button to say that this address is yours. Then sign in with the password you chose.</p>}
        {confirmation.isError && !isProblem(confirmation.error, 'accounts.link_used_or_expired') && <Failure error={confirmation.error} />}
        {isProblem(confirmation.error, 'accounts.link_used_or_expired') && (
          <Notice kind="warning" title="This link does not work any more">
            It was used already, or its time ran out. If you confirmed your address before, <Link to="/sign-in">sign in</Link>; if not, sign in as well and have a new link sent.
          </Notice>
        )}
        {token !== null && <Button loading={confirmation.isPending || confirmation.isSuccess} onClick={() => confirmation.mutate(token)}>Confirm my address</Button>}
      </div>
    </>
  );
}
