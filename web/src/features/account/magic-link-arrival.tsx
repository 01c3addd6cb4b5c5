import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { signInByLink } from '../../api/commands.js';
import { isProblem } from '../../api/problem.js';
import { type Session } from '../../api/schema.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './account-form.module.css';
import { useBeginSession } from './use-begin-session.js';

/** The link of the mail leads here and does nothing by itself: the button signs in. */
export function MagicLinkArrival({ token, onDone }: { token: string | null; onDone: (session: Session) => void }) {
  const beginSession = useBeginSession();
  const arrival = useMutation({
    mutationFn: signInByLink,
    onSuccess: (session) => {
      beginSession(session);
      onDone(session);
    },
    onError: focusHeading,
  });
  const over = isProblem(arrival.error, 'accounts.link_used_or_expired', 'accounts.link_other_browser');
  return (
    <>
      <PageHeading title="Sign in" failed={arrival.isError}>Sign in by mail</PageHeading>
      <div className={styles.stack}>
        {token === null
          ? <Notice kind="warning" title="The link is not complete">Open it again from the mail, or type the code of the mail <Link to="/sign-in/code">where you asked for it</Link>.</Notice>
          : !over && <p>You asked us for this link. Press the button, and you are signed in here.</p>}
        {isProblem(arrival.error, 'accounts.link_other_browser') && (
          <Notice kind="warning" title="This link belongs to another browser">
            It works only in the browser that asked for it. Go back there and type the code of the mail, or ask for a new link here.
          </Notice>
        )}
        {isProblem(arrival.error, 'accounts.link_used_or_expired') && (
          <Notice kind="warning" title="This link does not work any more">It was used already, its time is over, or a newer one took its place.</Notice>
        )}
        {arrival.isError && !over && <Failure error={arrival.error} />}
        {token !== null && !over && <Button loading={arrival.isPending || arrival.isSuccess} onClick={() => arrival.mutate(token)}>Sign me in</Button>}
        {over && <ButtonLink to="/sign-in/mail">Ask for a new link</ButtonLink>}
      </div>
    </>
  );
}
