import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { organisationQuery } from '../../api/organisation-queries.js';
import { sessionQuery } from '../../api/queries.js';
import { NoteBell } from '../../features/notifications/note-bell.js';
import { mayPay } from '../may-pay.js';
import { paths } from '../paths.js';
import { AccountCorner } from './account-corner.js';
import styles from './layouts.module.css';
import { PageFooter } from './page-footer.js';
import { PageHeader } from './page-header.js';
import { recruiterPages } from './recruiter-nav.js';
import { ToSignIn } from './to-sign-in.js';

/** For whoever hires. */
export function RecruiterLayout() {
  const { data: session } = useQuery(sessionQuery);
  const { data: organisation } = useQuery(organisationQuery);
  if (!session) return null;
  if (session.account === null) return <ToSignIn />;
  return (
    <div className={styles.page}>
      <PageHeader home={paths.talent} end={<><NoteBell /><AccountCorner account={session.account} /></>}>
        {recruiterPages.map(({ to, title }) => <Link key={to} to={to} activeOptions={{ includeSearch: false }}>{title}</Link>)}
        {organisation && mayPay(organisation) && <Link to={paths.organisationBilling} activeOptions={{ includeSearch: false }}>Billing</Link>}
        <Link to={paths.practice}>Practice</Link>
        <Link to={paths.settings}>Settings</Link>
        {session.account.roles.includes('operator') && <Link to={paths.operator}>Operator</Link>}
      </PageHeader>
      <main id="main" className={styles.main} tabIndex={-1}><Outlet /></main>
      <PageFooter />
    </div>
  );
}
