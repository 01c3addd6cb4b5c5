import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteInterview } from '../../api/commands.js';
import { interviewQuery, interviewsQuery, reportQuery } from '../../api/queries.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import styles from './report.module.css';

/** Until when the interview stays, and the way to be rid of it now. */
export function DeleteInterview({ id, expiresAt, onDeleted }: { id: string; expiresAt: string; onDeleted: () => void }) {
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const deletion = useMutation({
    mutationFn: () => deleteInterview(id),
    onSuccess: () => {
      onDeleted();
      queryClient.removeQueries({ queryKey: interviewQuery(id).queryKey });
      queryClient.removeQueries({ queryKey: reportQuery(id).queryKey });
      void queryClient.invalidateQueries({ queryKey: interviewsQuery.queryKey });
    },
  });
  return (
    <div className={styles.deletion}>
      <DeletionDate at={expiresAt} />
      <Button variant="subtle" color="red" size="compact-md" className={styles.deleteNow} onClick={() => setAsking(true)}>Delete now</Button>
      <ConfirmDialog
        open={asking} title="Delete this interview?" verb="Delete this interview" destroys busy={deletion.isPending} error={deletion.error}
        onConfirm={() => deletion.mutate()} onClose={() => setAsking(false)}
      >
        <p>Its questions, your answers and the scores are deleted at once and cannot be brought back.</p>
      </ConfirmDialog>
    </div>
  );
}
