import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteRecording } from '../../api/recordings.js';
import { type Recording } from '../../api/schema.js';
import { showDeletion, showMoment } from '../../lib/format.js';
import { useNow } from '../../lib/use-now.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import styles from './recording-here.module.css';

/** Until when a recording stays, and the way to be rid of it now. */
export function DeleteRecording({ recording: { takeId, expiresAt }, name, label }: { recording: Recording; name: string; label: string }) {
  const queryClient = useQueryClient();
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const deletion = useMutation({
    mutationFn: () => deleteRecording(takeId),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['report'] });
      setAsking(false);
    },
  });
  return (
    <div className={styles.end}>
      <span className={styles.soft} title={showMoment(expiresAt)}>The {name} is {showDeletion(expiresAt, now)}.</span>
      <Button variant="subtle" color="red" size="compact-sm" onClick={() => setAsking(true)}>Delete this {name} now<span className="visually-hidden">: {label}</span></Button>
      <ConfirmDialog
        open={asking} title={`Delete this ${name}?`} verb={`Delete this ${name}`} destroys busy={deletion.isPending} error={deletion.error}
        onConfirm={() => deletion.mutate()} onClose={() => setAsking(false)}
      >
        <p>It is deleted at once and cannot be brought back. The text of your answer and its score stay.</p>
      </ConfirmDialog>
    </div>
  );
}
