import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { policyQuery, sessionQuery } from '../../api/queries.js';
import { paths } from '../paths.js';
import styles from './layouts.module.css';
import { PageFooter } from './page-footer.js';
import { PageHeader } from './page-header.js';

/** For whoever comes by, signed in or not. */
export function PublicLayout({ children }: { children?: ReactNode }) {
  const { data: session } = useQuery(sessionQuery);
  const { data: policy } = useQuery(policyQuery);
  return (
    <div className={styles.page}>
      <PageHeader home={paths.welcome}>
        {policy?.inboxPath != null && <Link to={paths.inbox}>Inbox</Link>}
        {session?.account?.roles.includes('recruiter') && <Link to={paths.talent}>Search</Link>}
        {session?.account && <Link to={paths.practice}>Your practice</Link>}
        {session?.account === null && <Link to={paths.signIn}>Sign in</Link>}
        {session?.account === null && <Link to={paths.signUp}>Sign up</Link>}
      </PageHeader>
      <main id="main" className={styles.main} tabIndex={-1}>{children ?? <Outlet />}</main>
      <PageFooter />
    </div>
  );
}
