import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { PageHeading } from '../../ui/page-heading.js';
import { useSettingsPages } from './settings-nav.js';
import styles from './settings.module.css';

export const SettingsPage = () => (
  <>
    <PageHeading title="Settings">Settings</PageHeading>
    <ul className={styles.list}>
      {useSettingsPages().map(({ to, title, says }) => (
        <li key={to}>
          <Link to={to} className={styles.entry}>
            <span className={styles.title}>{title}</span>
            <span className={styles.says}>{says}</span>
            <IconChevronRight size={18} stroke={1.5} aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  </>
);
