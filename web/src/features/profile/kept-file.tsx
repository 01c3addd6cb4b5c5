import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { deleteResumeFile } from '../../api/commands.js';
import { resumeQuery } from '../../api/queries.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import { Failure } from '../../ui/failure.js';
import styles from './resume.module.css';

/** The file its owner chose to keep: how long, where to get it, how to be rid of it. */
export function KeptFile({ until }: { until: string }) {
  const queryClient = useQueryClient();
  const deletion = useMutation({
    mutationFn: deleteResumeFile,
    onSuccess: () => queryClient.setQueryData(resumeQuery.queryKey, (before) => (before?.resume ? { resume: { ...before.resume, keptFile: null } } : before)),
  });
  return (
    <section className={styles.kept} aria-label="Your file">
      <p>Your file is kept, for you alone. <DeletionDate at={until} /></p>
      <p className={styles.actions}>
        <a href="/api/resume/file" download>Download your file</a>
        <Button variant="subtle" color="red" size="compact-md" loading={deletion.isPending} onClick={() => deletion.mutate()}>Delete the file</Button>
      </p>
      {deletion.isError && <Failure error={deletion.error} />}
    </section>
  );
}
