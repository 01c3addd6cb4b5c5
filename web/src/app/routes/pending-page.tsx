import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import styles from './plain-page.module.css';

/** Shown only when a page takes longer than a second to arrive. */
export const PendingPage = () => (
  <div className={styles.plain} aria-busy="true">
    <span className="visually-hidden" role="status">Loading</span>
    <LinesSkeleton lines={5} />
  </div>
);
