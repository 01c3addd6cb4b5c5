import { Outlet } from '@tanstack/react-router';
import { ColorSchemeToggle } from '../../ui/color-scheme-toggle.js';
import styles from './layouts.module.css';

/** Another house, as far as one can see: it stands in for a payment service, so nothing leads from here into the product. */
export const GatewayLayout = () => (
  <div className={styles.page}>
    <header className={styles.header}>
      <div className={styles.headerInner}>
        <span className={styles.wordmark}>Test gateway</span>
        <div className={styles.end}><ColorSchemeToggle /></div>
      </div>
    </header>
    <main id="main" className={styles.main} tabIndex={-1}><Outlet /></main>
    <footer className={styles.footer}><div className={styles.footerInner}>No money moves here. This page is for trying things out.</div></footer>
  </div>
);
