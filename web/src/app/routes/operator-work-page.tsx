import { FailedJobs } from '../../features/operations/failed-jobs.js';
import { QueueTable } from '../../features/operations/queue-table.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './sections.module.css';

export const OperatorWorkPage = () => (
  <>
    <PageHeading title="Work" lead="What the machine does on its own. Work carries ids, never people.">Work</PageHeading>
    <div className={styles.below}>
      <QueueTable />
      <FailedJobs />
    </div>
  </>
);
