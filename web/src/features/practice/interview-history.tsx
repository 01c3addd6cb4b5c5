import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { interviewsQuery } from '../../api/queries.js';
import { Failure } from '../../ui/failure.js';
import { InterviewRow } from './interview-row.js';
import rows from '../../ui/rows.module.css';
import styles from './practice.module.css';

/** Every interview that still exists, the newest first. */
export function InterviewHistory() {
  const query = useInfiniteQuery(interviewsQuery);
  const interviews = query.data?.pages.flatMap(({ items }) => items);
  return (
    <section aria-labelledby="history" className={styles.history}>
      <h2 id="history">Your interviews</h2>
      {query.isPending && <HistorySkeleton />}
      {interviews?.length === 0 && <p className={styles.empty}>None yet. You can leave an interview at any question and come back to it, on this device or another.</p>}
      {interviews && interviews.length > 0 && (
        <ul className={rows.rows}>{interviews.map((interview) => <InterviewRow key={interview.id} interview={interview} />)}</ul>
      )}
      {query.isError && <Failure title="Your interviews could not be read." error={query.error} again={() => void query.refetch()} />}
      {query.hasNextPage && (
        <div><Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>Show older interviews</Button></div>
      )}
    </section>
  );
}

const HistorySkeleton = () => (
  <div aria-busy="true">
    <span className="visually-hidden" role="status">Loading</span>
    {[0, 1, 2].map((row) => <Skeleton key={row} height={64} mb={16} />)}
  </div>
);
