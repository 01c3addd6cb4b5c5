import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { policyQuery } from '../../api/queries.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './account-form.module.css';
import { InboxHint } from './inbox-hint.js';
import { ResendMail } from './resend-mail.js';

/** After signing up: where the mail went, and what to do when it does not come. */
export function CheckYourMail({ email }: { email: string | null }) {
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
