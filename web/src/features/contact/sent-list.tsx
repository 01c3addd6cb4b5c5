import { Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type RequestState, type SentRequest, sentRequestsQuery } from '../../api/contact-queries.js';
import { Loaded } from '../../ui/loaded.js';
import { Refused } from '../../ui/refused.js';
import rows from '../../ui/rows.module.css';
import styles from './contact.module.css';
import { More } from './more.js';
import { SentRow } from './sent-row.js';
import { followUpsInWords, requestStates, stateWords } from './words.js';

/** What the organisation asked, the newest first. */
export function SentList({ state }: { state: RequestState | undefined }) {
  const query = useInfiniteQuery(sentRequestsQuery(state));
  if (query.isError && !query.data) return <Refused title="Your requests could not be read." error={query.error} again={() => void query.refetch()} />;
  return (
    <div className={styles.list}>
      <nav className={styles.choice} aria-label="Which requests">
        <Link to="/contact-requests" search={{}} activeOptions={{ exact: true, includeSearch: true }}>All</Link>
        {requestStates.map((one) => <Link key={one} to="/contact-requests" search={{ state: one }} activeOptions={{ exact: true, includeSearch: true }}>{stateWords[one]}</Link>)}
      </nav>
      <Loaded query={query} failed="Your requests could not be read." skeleton={[0, 1, 2].map((row) => <Skeleton key={row} height={96} mb={16} />)}>
        {({ pages }) => (
          <>
            {pages[0] && <p className={styles.soft}>{followUpsInWords(pages[0].followUps, 'your organisation')} Everybody you ask reads this.</p>}
            <List requests={pages.flatMap(({ requests }) => requests)} isFiltered={state !== undefined} />
          </>
        )}
      </Loaded>
      <More query={query} />
    </div>
  );
}

function List({ requests, isFiltered }: { requests: SentRequest[]; isFiltered: boolean }) {
  if (requests.length === 0) {
    return isFiltered ? <p className={styles.soft}>None of your requests is in this state.</p> : <p className={styles.soft}>You have asked nobody yet. <Link to="/talent">Search for people</Link>, open a profile, and ask to talk.</p>;
  }
  return <ul className={rows.rows}>{requests.map((request) => <SentRow key={request.id} request={request} />)}</ul>;
}
