import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { OfflineBanner } from './offline-banner.js';
import styles from './layouts.module.css';

/** What every page has: the way past the navigation, the word about the connection, and the focus on what is new. */
export function Shell() {
  const router = useRouter();
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
    </>
  );
}

function skip(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
