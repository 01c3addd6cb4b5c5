import { Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { receivedRequestsQuery } from '../../api/contact-queries.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './contact.module.css';
import { More } from './more.js';
import { ReceivedCard } from './received-card.js';

/** What organisations ask, the newest first. `none`: what to say when nobody asked. */
export function ReceivedList({ none }: { none: ReactNode }) {
  const query = useInfiniteQuery(receivedRequestsQuery);
  return (
    <div className={styles.list}>
      <Loaded query={query} failed="The requests could not be read." skeleton={[0, 1].map((row) => <Skeleton key={row} height={280} mb={32} />)}>
        {({ pages }) => {
          const requests = pages.flatMap((page) => page.requests);
          return requests.length === 0 ? none : <ul className={styles.received}>{requests.map((request) => <ReceivedCard key={request.id} request={request} />)}</ul>;
        }}
      </Loaded>
      <More query={query} />
    </div>
  );
}
