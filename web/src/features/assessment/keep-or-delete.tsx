import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteAssessment } from '../../api/commands.js';
import { assessmentQuery, assessmentsQuery } from '../../api/queries.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import styles from './assessment.module.css';

/** Until when it stays, the way to have it on paper, and the way to be rid of it now. */
export function KeepOrDelete({ id, expiresAt, onDeleted }: { id: string; expiresAt: string | null; onDeleted: () => void }) {
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const deletion = useMutation({
    mutationFn: () => deleteAssessment(id),
    onSuccess: () => {
      onDeleted();
      queryClient.removeQueries({ queryKey: assessmentQuery(id).queryKey });
      void queryClient.invalidateQueries({ queryKey: assessmentsQuery.queryKey });
    },
  });
  return (
    <div className={styles.keeping}>
      <Button
        component="a" variant="default" size="sm" href={`/api/assessments/${encodeURIComponent(id)}/pdf`} download
        leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
      >
        Download as PDF
      </Button>
      <DeletionDate at={expiresAt} />
      <Button variant="subtle" color="red" size="compact-md" onClick={() => setAsking(true)}>Delete now</Button>
      <ConfirmDialog
        open={asking} title="Delete this assessment?" verb="Delete this assessment" destroys busy={deletion.isPending} error={deletion.error}
        onConfirm={() => deletion.mutate()} onClose={() => setAsking(false)}
      >
        <p>It is deleted at once, with the job description in it, and cannot be brought back. Your resume stays.</p>
      </ConfirmDialog>
    </div>
  );
}
