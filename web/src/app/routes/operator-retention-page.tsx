import { getRouteApi, Link } from '@tanstack/react-router';
import { RetentionBoard } from '../../features/operations/retention-board.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import styles from './sections.module.css';

const route = getRouteApi('/operator/operator/retention');

export function OperatorRetentionPage() {
  const { show } = route.useSearch();
  return (
    <>
      <PageHeading title="What is kept" lead="How much of each kind there is, what is due, and what was deleted because its time was over: counts, and nothing of anybody.">What is kept</PageHeading>
      <div className={styles.below}>
        <RetentionBoard all={show === 'all'} />
        <p><Link to={paths.retention}>What people are told of it</Link></p>
      </div>
    </>
  );
}
