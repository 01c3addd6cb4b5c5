import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { sessionQuery } from '../../api/queries.js';
import { NoteBell } from '../../features/notifications/note-bell.js';
import { paths } from '../paths.js';
import { NotForYouPage } from '../routes/not-for-you-page.js';
import { AccountCorner } from './account-corner.js';
import styles from './layouts.module.css';
import { PageFooter } from './page-footer.js';
import { PageHeader } from './page-header.js';
import { ToSignIn } from './to-sign-in.js';

/** For whoever runs this place. */
export function OperatorLayout() {
  const { data: session } = useQuery(sessionQuery);
  if (!session) return null;
  if (session.account === null) return <ToSignIn />;
  const operates = session.account.roles.includes('operator');
  return (
    <div className={styles.page}>
      <PageHeader home={paths.operator} end={<><NoteBell /><AccountCorner name={session.account.name} /></>}>
        {operates && <ConsoleLinks />}
        <Link to={paths.practice}>Practice</Link>
        <Link to={paths.settings}>Settings</Link>
      </PageHeader>
      <main id="main" className={styles.main} tabIndex={-1}>{operates ? <Outlet /> : <NotForYouPage />}</main>
      <PageFooter />
    </div>
  );
}

const ConsoleLinks = () => (
  <>
    <Link to={paths.operator} activeOptions={{ exact: true }}>Health</Link>
    <Link to={paths.operatorWork}>Work</Link>
    <Link to={paths.operatorMails} activeOptions={{ includeSearch: false }}>Mails</Link>
    <Link to={paths.operatorNews}>News</Link>
    <Link to={paths.operatorPeople}>People</Link>
    <Link to={paths.operatorOrganisations} activeOptions={{ includeSearch: false }}>Organisations</Link>
    <Link to={paths.operatorRequests} activeOptions={{ includeSearch: false }}>Requests</Link>
    <Link to={paths.operatorReviews} activeOptions={{ includeSearch: false }}>Reviews</Link>
    <Link to={paths.operatorAudit} activeOptions={{ includeSearch: false }}>Audit log</Link>
  </>
);
