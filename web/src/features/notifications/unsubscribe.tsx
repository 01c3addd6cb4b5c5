import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { unsubscribe } from '../../api/notification-queries.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './notifications.module.css';

/** The link below a mail leads here and does nothing by itself. */
export function Unsubscribe({ token }: { token: string | null }) {
  const leaving = useMutation({ mutationFn: unsubscribe });
  return (
    <>
      <PageHeading title="Turn mails off">Turn these mails off</PageHeading>
      <div className={styles.stack}>
        {token === null && <Notice kind="warning" title="The link is not complete">Open it again from the mail, or copy all of it into the address bar.</Notice>}
        {leaving.isSuccess && (
          <Notice kind="done" title={`“${leaving.data.title}” is off`}>
            {leaving.data.isConsent
              ? <>Your consent is taken back, and no more of these mails come. You may give it again under <Link to="/consents">what you allow</Link>.</>
              : <>You get no more mails of this kind. <Link to="/settings/mails">Your settings</Link> turn it on again, and other kinds off.</>}
          </Notice>
        )}
        {token !== null && !leaving.isSuccess && (
          <>
            <p>You need not sign in. Only mails of the kind you came from are turned off.</p>
            {leaving.isError && <Failure error={leaving.error} />}
            <Button loading={leaving.isPending} onClick={() => leaving.mutate(token)}>Turn them off</Button>
          </>
        )}
      </div>
    </>
  );
}
