import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type FailedJob, failedJobsQuery, retryFailedJob } from '../../api/operator-queries.js';
import { operationsQuery } from '../../api/queries.js';
import { capital, count, showInstant } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { Loaded } from '../../ui/loaded.js';
import { Older } from './older.js';
import styles from './operations.module.css';

/** Work that was given up, with the code of its fault and one more try. */
export function FailedJobs() {
  const query = useInfiniteQuery(failedJobsQuery);
  const queryClient = useQueryClient();
  const retry = useMutation({
    mutationFn: ({ id }: FailedJob) => retryFailedJob(id),
    onSettled: () => Promise.all([failedJobsQuery, operationsQuery].map(({ queryKey }) => queryClient.invalidateQueries({ queryKey }))),
  });
  return (
    <section aria-labelledby="failed" className={styles.part}>
      <h2 id="failed" tabIndex={-1}>Work that was given up</h2>
      <p role="status" className={styles.soft}>{retry.isSuccess && `${retry.variables.name} is tried again.`}</p>
      {retry.isError && <Failure title={`${retry.variables.name} was not tried again.`} error={retry.error} />}
      <Loaded query={query} failed="The list could not be read." skeleton={<Skeleton height={160} />}>
        {({ pages }) => <List jobs={pages.flatMap(({ jobs }) => jobs)} busy={retry.isPending ? retry.variables.id : null} onRetry={(job) => retry.mutate(job)} />}
      </Loaded>
      <Older query={query} what="work" />
    </section>
  );
}

const tries = ({ attempts, losses }: FailedJob): string => {
  const failed = `Failed ${count(attempts, 'time')}`;
  const lost = `its worker vanished ${count(losses, 'time')}`;
  if (losses === 0) return failed;
  return attempts === 0 ? capital(lost) : `${failed}, ${lost}`;
};

function List({ jobs, busy, onRetry }: { jobs: FailedJob[]; busy: string | null; onRetry: (job: FailedJob) => void }) {
  if (jobs.length === 0) return <p>None. Work that fails is tried several times, each time after a longer pause; what fails every time is listed here.</p>;
  return (
    <ul className={styles.rows}>
      {jobs.map((job) => (
        <li key={job.id} className={styles.withAction}>
          <div>
            <p className={styles.name}>{job.name}</p>
            <p className={styles.facts}>
              <span>Fault: <code>{job.fault ?? 'unknown'}</code></span>
              <span>{tries(job)}</span>
              <span>Queue: {job.queue ?? 'none'}</span>
              {job.subscriber !== null && <span>For: <code>{job.subscriber}</code></span>}
              <span>{showInstant(job.failedAt)}</span>
            </p>
          </div>
          <Button variant="default" size="sm" loading={busy === job.id} onClick={() => onRetry(job)}>Try again<span className="visually-hidden"> {job.name}</span></Button>
        </li>
      ))}
    </ul>
  );
}
