import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteInterview } from '../../api/commands.js';
import { interviewQuery, interviewsQuery, reportQuery } from '../../api/queries.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import { KeepInterview } from './keep-interview.js';
import styles from './report.module.css';

interface Props {
  id: string;
  /** Null when it has no end. */
  expiresAt: string | null;
  /** Whether its owner wants it beyond its end. */
  kept: boolean;
  /** Only what was submitted can be kept. */
  keepable: boolean;
  /** The organisation that invited to it and may be reading it; null for practice. */
  sharedWith?: string | null;
  onDeleted: () => void;
}

/** Until when the interview stays, the way to keep it, and the way to be rid of it now. */
export function DeleteInterview({ id, expiresAt, kept, keepable, sharedWith = null, onDeleted }: Props) {
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
      {keepable && <KeepInterview id={id} kept={kept} />}
      <Button variant="subtle" color="red" size="compact-md" onClick={() => setAsking(true)}>Delete now</Button>
      <ConfirmDialog
        open={asking} title="Delete this interview?" verb="Delete this interview" destroys busy={deletion.isPending} error={deletion.error}
        onConfirm={() => deletion.mutate()} onClose={() => setAsking(false)}
      >
        <p>Its questions, your answers, their recordings and the scores are deleted at once and cannot be brought back.</p>
        {sharedWith !== null && <p>{sharedWith} sees nothing more of it from that moment, and your invitation ends with it.</p>}
      </ConfirmDialog>
    </div>
  );
}
