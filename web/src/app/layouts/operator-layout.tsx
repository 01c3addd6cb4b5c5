import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { sessionQuery } from '../../api/queries.js';
import { NoteBell } from '../../features/notifications/note-bell.js';
import { paths } from '../paths.js';
import { NotForYouPage } from '../routes/not-for-you-page.js';
import { AccountCorner } from './account-corner.js';
import styles from './layouts.module.css';
import { groupOf, type OperatorGroup, operatorGroups } from './operator-nav.js';
import { PageFooter } from './page-footer.js';
import { LinkRow, PageHeader } from './page-header.js';
import { ToSignIn } from './to-sign-in.js';

/** For whoever runs this place. */
export function OperatorLayout() {
  const { data: session } = useQuery(sessionQuery);
  const { pathname } = useLocation();
  if (!session) return null;
  if (session.account === null) return <ToSignIn />;
  const operates = session.account.roles.includes('operator');
  const here = operates ? groupOf(pathname) : undefined;
  return (
    <div className={styles.page}>
      <PageHeader home={paths.operator} end={<><NoteBell /><AccountCorner account={session.account} /></>} below={here && here.pages.length > 1 && <PagesOf group={here} />}>
        {operates && operatorGroups.map((group) => <GroupLink key={group.title} group={group} isHere={group === here} />)}
        <Link to={paths.settings}>Settings</Link>
      </PageHeader>
      <main id="main" className={styles.main} tabIndex={-1}>{operates ? <Outlet /> : <NotForYouPage />}</main>
      <PageFooter />
    </div>
  );
}

const EXACTLY = { exact: true, includeSearch: false };

const GroupLink = ({ group: { title, pages: [{ to }] }, isHere }: { group: OperatorGroup; isHere: boolean }) => (
  <Link to={to} activeOptions={EXACTLY} aria-current={isHere ? 'true' : undefined}>{title}</Link>
);

const PagesOf = ({ group: { title, pages } }: { group: OperatorGroup }) => (
  <LinkRow label={title}>
    {pages.map((page) => <Link key={page.to} to={page.to} activeOptions={{ exact: page.to === paths.operator, includeSearch: false }}>{page.title}</Link>)}
  </LinkRow>
);
