import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { policyQuery, sessionQuery } from '../../api/queries.js';
import { NoteBell } from '../../features/notifications/note-bell.js';
import { paths } from '../paths.js';
import { AccountCorner } from './account-corner.js';
import styles from './layouts.module.css';
import { PageFooter } from './page-footer.js';
import { PageHeader } from './page-header.js';
import { ToSignIn } from './to-sign-in.js';

/** For whoever practises. */
export function CandidateLayout() {
  const { data: session } = useQuery(sessionQuery);
  const { data: policy } = useQuery(policyQuery);
  if (!session) return null;
  if (session.account === null) return <ToSignIn />;
  return (
    <div className={styles.page}>
      <PageHeader home={paths.practice} end={<><NoteBell /><AccountCorner account={session.account} /></>}>
        <Link to={paths.practice} activeOptions={{ exact: true }}>Practice</Link>
        <Link to={paths.certificates}>Certificates</Link>
        <Link to={paths.candidateProfile}>Profile</Link>
        <Link to={paths.visibility}>Visibility</Link>
        <Link to={paths.requests}>Requests</Link>
        <Link to={paths.myInvitations}>Invitations</Link>
        <Link to={paths.settings}>Settings</Link>
        {session.account.roles.includes('recruiter') && <Link to={paths.organisation}>Hiring</Link>}
        {session.account.roles.includes('operator') && <Link to={paths.operator}>Operator</Link>}
        {policy?.inboxPath != null && <Link to={paths.inbox}>Inbox</Link>}
      </PageHeader>
      <main id="main" className={styles.main} tabIndex={-1}><Outlet /></main>
      <PageFooter />
    </div>
  );
}
