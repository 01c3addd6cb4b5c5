import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { sessionQuery } from '../../api/queries.js';
import { paths } from '../paths.js';
import { NotForYouPage } from '../routes/not-for-you-page.js';
import { AccountCorner } from './account-corner.js';
import styles from './layouts.module.css';
import { PageFooter } from './page-footer.js';
import { PageHeader } from './page-header.js';

/** For whoever runs this place. */
export function OperatorLayout() {
  const { data: session } = useQuery(sessionQuery);
  const { href } = useLocation();
  if (!session) return null;
  if (session.account === null) return <Navigate to={paths.signIn} search={{ next: href }} replace />;
  const operates = session.account.roles.includes('operator');
  return (
    <div className={styles.page}>
      <PageHeader home={paths.operator} end={<AccountCorner name={session.account.name} />}>
        <Link to={paths.operator}>Operations</Link>
        <Link to={paths.practice}>Practice</Link>
      </PageHeader>
      <main id="main" className={styles.main} tabIndex={-1}>{operates ? <Outlet /> : <NotForYouPage />}</main>
      <PageFooter />
    </div>
  );
}
