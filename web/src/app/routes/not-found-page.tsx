import { ButtonLink } from '../../ui/button-link.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import styles from './plain-page.module.css';

export function NotFoundPage() {
  return (
    <div className={styles.plain}>
      <PageHeading title="Not found">There is nothing at this address</PageHeading>
      <p>It may have been deleted, its time may have run out, or it belongs to somebody else. We do not tell these apart.</p>
      <div><ButtonLink to={paths.practice}>Go to your practice</ButtonLink></div>
    </div>
  );
}
