import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { ColorSchemeToggle } from '../../ui/color-scheme-toggle.js';
import styles from './layouts.module.css';

/** On a narrow screen the links are one row that is moved sideways; the page one is on must be seen there. */
function useCurrentInSight() {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (nav.current && current) nav.current.scrollLeft = current.offsetLeft - nav.current.offsetLeft - (nav.current.offsetWidth - current.offsetWidth) / 2;
  }, [pathname]);
  return nav;
}

interface Props {
  home: '/' | '/practice' | '/operator' | '/talent';
  children?: ReactNode;
  end?: ReactNode;
  /** A second row: the pages of the part one is in. */
  below?: ReactNode;
}

/** The name of the house, where one can go, and who one is. */
export function PageHeader({ home, children, end, below }: Props) {
  return (
    <header className={styles.header}>
      <div className={styles.headerInner}>
        <Link to={home} className={styles.wordmark}>Viva Voce</Link>
        {children !== undefined && <LinkRow label="Main">{children}</LinkRow>}
        <div className={styles.end}>
          {end}
          <ColorSchemeToggle />
        </div>
      </div>
      {below && <div className={`${styles.headerInner} ${styles.below}`}>{below}</div>}
    </header>
  );
}

export function LinkRow({ label, children }: { label: string; children: ReactNode }) {
  const nav = useCurrentInSight();
  return <nav ref={nav} className={styles.nav} aria-label={label}>{children}</nav>;
}
