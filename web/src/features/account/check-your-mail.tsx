import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { policyQuery, sessionQuery } from '../../api/queries.js';
import { type Session } from '../../api/schema.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './account-form.module.css';
import { InboxHint } from './inbox-hint.js';
import { ResendMail } from './resend-mail.js';
import { useBeginSession } from './use-begin-session.js';

/** How often one looks whether the address was confirmed in another tab. */
const ELSEWHERE_MS = 3_000;

/** After signing up: where the mail went, and what to do when it does not come. Whoever confirms in another tab and signs in there goes on here, too. */
export function CheckYourMail({ email, onSignedIn }: { email: string | null; onSignedIn: (session: Session) => void }) {
  useSignInElsewhere(email, onSignedIn);
  const { data: policy } = useQuery(policyQuery);
  const unconfirmed = policy?.retention.find(({ id }) => id === 'unverifiedAccount');
  return (
    <>
      <PageHeading title="Check your mail">Check your mail</PageHeading>
      <div className={styles.stack}>
        <p>
          We sent a link to {email === null ? 'your address' : <span className={styles.address}>{email}</span>}. Open it and enter your password there:
          then your account is ready.
        </p>
        <InboxHint />
        <p>Nothing there? Look among the unwanted mails first. {unconfirmed && `An address that is never confirmed is deleted after ${unconfirmed.keep}.`}</p>
        {email === null ? <p><Link to="/sign-in">Sign in</Link> to have it sent again.</p> : <ResendMail email={email} />}
      </div>
    </>
  );
}

function useSignInElsewhere(email: string | null, onSignedIn: (session: Session) => void): void {
  const { data: session } = useQuery({ ...sessionQuery, refetchInterval: ELSEWHERE_MS });
  const begin = useBeginSession();
  const goOn = useEffectEvent((now: Session) => {
    begin(now);
    onSignedIn(now);
  });
  useEffect(() => {
    if (email !== null && session?.account?.email === email.toLowerCase()) goOn(session);
  }, [email, session]);
}
