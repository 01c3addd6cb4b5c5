import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { countPageView, type PageView } from '../../api/usage-queries.js';
import { consentsQuery } from '../../consent/consent-api.js';
import { type AppRouter } from '../router.js';

const ENDS_MS = [[100, 'under 0.1 s'], [1_000, 'under 1 s'], [10_000, 'under 10 s'], [60_000, 'under 1 min'], [600_000, 'under 10 min']] as const;

/** Tells the server which page was open, and roughly for how long, once it is left; only while whoever is signed in allows it. */
export function CountPages() {
  const router = useRouter();
  const { data: consents } = useQuery(consentsQuery);
  const isAllowed = consents?.some(({ purpose, live }) => purpose === 'analytics' && live) ?? false;
  useEffect(() => (isAllowed ? countUntilLeft(router) : undefined), [isAllowed, router]);
  return null;
}

function countUntilLeft(router: AppRouter): () => void {
  let { page, since } = opened(router);
  const leave = (): void => {
    if (page !== undefined) countPageView({ page, open: durationOf(performance.now() - since) });
    page = undefined;
  };
  const end = router.subscribe('onResolved', ({ pathChanged }) => {
    if (!pathChanged) return;
    leave();
    ({ page, since } = opened(router));
  });
  addEventListener('pagehide', leave);
  return () => {
    end();
    removeEventListener('pagehide', leave);
  };
}

/** The pattern of the page, in which no id stands. */
const opened = (router: AppRouter): { page: PageView['page'] | undefined; since: number } => ({ page: router.state.matches.at(-1)?.fullPath, since: performance.now() });

const durationOf = (milliseconds: number): PageView['open'] => ENDS_MS.find(([end]) => milliseconds < end)?.[1] ?? 'longer';
