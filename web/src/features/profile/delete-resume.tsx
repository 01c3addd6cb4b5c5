import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteResume } from '../../api/commands.js';
import { resumeQuery } from '../../api/queries.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import styles from './resume.module.css';

/** Asks once, then deletes everything that was kept of the resume. */
export function DeleteResume() {
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const deletion = useMutation({
    mutationFn: deleteResume,
    onSuccess: () => {
      queryClient.setQueryData(resumeQuery.queryKey, { resume: null });
      setAsking(false);
    },
  });
  return (
    <>
      <div><Button variant="subtle" color="red" size="compact-md" className={styles.delete} onClick={() => setAsking(true)}>Delete all of this</Button></div>
      <ConfirmDialog
        open={asking} title="Delete what we kept of your resume?" verb="Delete all of this" destroys busy={deletion.isPending} error={deletion.error}
        onConfirm={() => deletion.mutate()} onClose={() => setAsking(false)}
      >
        <p>Skills, work, education and languages go, and the file if you kept it. Interviews you started keep their questions. The next one is planned without your resume.</p>
      </ConfirmDialog>
    </>
  );
}
