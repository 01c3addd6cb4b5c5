import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { removeEntry, shortlistsKey } from '../../api/shortlist-queries.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

/** Takes somebody off a list, with what is written about them there. */
export function RemoveEntry({ id, onRemoved }: { id: string; onRemoved: () => void }) {
  const [asking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const removal = useMutation({
    mutationFn: () => removeEntry(id),
    onSuccess: async () => {
      onRemoved();
      await queryClient.invalidateQueries({ queryKey: shortlistsKey });
    },
  });
  return (
    <div>
      <Button variant="subtle" color="red" size="compact-md" onClick={() => setAsking(true)}>Remove from this list</Button>
      <ConfirmDialog open={asking} title="Remove from this list?" verb="Remove" destroys busy={removal.isPending} error={removal.error} onConfirm={() => removal.mutate()} onClose={() => setAsking(false)}>
        <p>Stage, tags and notes on this list are deleted with it. Other lists stay as they are.</p>
      </ConfirmDialog>
    </div>
  );
}
