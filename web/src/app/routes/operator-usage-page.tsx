import { getRouteApi, Link } from '@tanstack/react-router';
import { spans } from '../../api/usage-queries.js';
import { UsageBoard } from '../../features/usage/usage-board.js';
import styles from '../../features/usage/usage.module.css';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

const route = getRouteApi('/operator/operator/usage');

export function OperatorUsagePage() {
  const { days = 30 } = route.useSearch();
  return (
    <>
      <PageHeading title="Usage" lead="What of this place is used, counted by day. Who used it is not known: the counts hold no account, no address and no cookie.">Usage</PageHeading>
      <div className={styles.board}>
        <nav className={styles.choice} aria-label="Days">
          {spans.map((one) => <Link key={one} to={paths.operatorUsage} search={one === 30 ? {} : { days: one }} activeOptions={{ exact: true, includeSearch: true }}>Last {one} days</Link>)}
        </nav>
        <UsageBoard key={days} days={days} />
      </div>
    </>
  );
}
