import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { focusHeading } from '../../lib/focus-heading.js';
import { ButtonLink } from '../../ui/button-link.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './invited.module.css';

interface Props {
  /** Of the account that is signed in. */
  email: string | null;
  /** A link that was accepted works for its own account alone: signing in may be all that is missing. */
  mayBeMine: boolean;
}

/** One page with the same advice, whatever keeps a link from working: it tells nobody which of these it is. */
export function DeadLink({ email, mayBeMine }: Props) {
  // What was pressed to get here is gone.
  useEffect(focusHeading, []);
  return (
    <>
      <PageHeading title="This link does not work">This link does not work here</PageHeading>
      <div className={styles.stack}>
        <p>Its time may be over, it may have been taken back or replaced by a newer one, or it belongs to another address{email === null ? '' : ` than ${email}`}.</p>
        <ul className={styles.advice}>
          <li>If you have said yes already, sign in with the account you did it with. It also stands there under <Link to="/invited">Your invitations</Link>.</li>
          <li>Look for a newer mail, and open the whole link of that one.</li>
          <li>Sign in with the address the mail came to{email === null ? '' : '; sign out first, if that is another'}.</li>
          <li>Or ask whoever invited you for a new link.</li>
        </ul>
        {mayBeMine && <div><ButtonLink to="/sign-in" search={{ next: '/interview' }}>Sign in and try again</ButtonLink></div>}
      </div>
    </>
  );
}
