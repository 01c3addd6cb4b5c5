import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { sessionQuery } from '../../api/queries.js';
import { saysGpc } from '../../lib/says-gpc.js';
import { OfflineBanner } from './offline-banner.js';
import styles from './layouts.module.css';

const CountPages = lazy(async () => ({ default: (await import('./count-pages.js')).CountPages }));

/** What every page has: the way past the navigation, the word about the connection, and the focus on what is new. */
export function Shell() {
  const router = useRouter();
  // Whoever asks for the session is another's matter: a page for everybody needs none.
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  useEffect(() => {
    let first = true;
    return router.subscribe('onRendered', ({ pathChanged }) => {
      if (!first && pathChanged) document.querySelector('h1')?.focus({ preventScroll: true });
      first = false;
    });
  }, [router]);
  return (
    <>
      <a className={styles.skip} href="#main" onClick={skip}>Skip to the content</a>
      <OfflineBanner />
      <Outlet />
      {session?.account != null && !saysGpc() && <Suspense><CountPages /></Suspense>}
    </>
  );
}

function skip(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
