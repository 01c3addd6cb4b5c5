import { Link } from '@tanstack/react-router';
import { RequestForm } from '../../features/privacy-centre/request-form.js';
import { RequestList } from '../../features/privacy-centre/request-list.js';
import styles from '../../features/privacy-centre/privacy-centre.module.css';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

export const DataRequestsPage = () => (
  <>
    <PageHeading title="Ask about your data" above={<Link to={paths.privacy}>Privacy centre</Link>} lead="For what you cannot do yourself. A person answers.">Ask about your data</PageHeading>
    <div className={styles.centre}>
      <RequestForm />
      <section className={styles.section} aria-labelledby="asked"><h2 id="asked">What you asked</h2><RequestList /></section>
    </div>
  </>
);
