import { IconChevronLeft } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { paths } from '../paths.js';
import { useSettingsPages } from './settings-nav.js';
import styles from './settings.module.css';

/** The list of the settings beside each of its pages; on a narrow screen the way back to it instead. */
export const SettingsLayout = () => (
  <div className={styles.beside}>
    <nav className={styles.nav} aria-label="Settings">
      {useSettingsPages().map(({ to, title }) => <Link key={to} to={to}>{title}</Link>)}
    </nav>
    <div>
      <Link to={paths.settings} className={styles.back}><IconChevronLeft size={18} stroke={1.5} aria-hidden />Settings</Link>
      <Outlet />
    </div>
  </div>
);
