import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { ColorSchemeToggle } from '../../ui/color-scheme-toggle.js';
import styles from './layouts.module.css';

/** The name of the house, where one can go, and who one is. */
export function PageHeader({ home, children, end }: { home: '/' | '/practice' | '/operator'; children?: ReactNode; end?: ReactNode }) {
  return (
    <header className={styles.header}>
      <div className={styles.headerInner}>
        <Link to={home} className={styles.wordmark}>Viva Voce</Link>
        {children !== undefined && <nav className={styles.nav} aria-label="Main">{children}</nav>}
        <div className={styles.end}>
          {end}
          <ColorSchemeToggle />
        </div>
      </div>
    </header>
  );
}
