import { PageHeading } from '../../ui/page-heading.js';
import styles from './plain-page.module.css';
import { WayHome } from './way-home.js';

export function NotForYouPage() {
  return (
    <div className={styles.plain}>
      <PageHeading title="For operators">This page is for operators</PageHeading>
      <p>Your account does not run this place. If it should, use the link that was written to the log when it was first started.</p>
      <div><WayHome /></div>
    </div>
  );
}
