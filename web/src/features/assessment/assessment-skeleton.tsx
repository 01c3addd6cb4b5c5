import { Skeleton } from '@mantine/core';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import styles from './assessment.module.css';

/** The layout that is coming, in grey. */
export function AssessmentSkeleton() {
  return (
    <div className={styles.result}>
      <Skeleton height={36} width="60%" />
      <div className={styles.fit}><Skeleton height={180} /><div><LinesSkeleton lines={5} /></div></div>
      <div><LinesSkeleton lines={4} height={56} /></div>
    </div>
  );
}
