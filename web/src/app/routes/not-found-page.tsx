import { PageHeading } from '../../ui/page-heading.js';
import styles from './plain-page.module.css';
import { WayHome } from './way-home.js';

export function NotFoundPage() {
  return (
    <div className={styles.plain}>
      <PageHeading title="Not found">There is nothing at this address</PageHeading>
      <p>It may have been deleted, its time may have run out, or it belongs to somebody else. We do not tell these apart.</p>
      <div><WayHome /></div>
    </div>
  );
}
