import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { saveAs } from '../../api/download.js';
import { copyResults } from '../../api/passing-on-queries.js';
import { count } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import styles from './passing-on.module.css';

type How = 'csv' | 'pdf';

/** Takes chosen results out as a file; what the people in it notice is said before. */
export function ExportResults({ templateId, invitationIds }: { templateId: string; invitationIds: readonly string[] }) {
  const [asking, setAsking] = useState<How | null>(null);
  const close = (): void => setAsking(null);
  const copying = useMutation({
    mutationFn: (how: How) => copyResults(templateId, how, invitationIds),
    onSuccess: (file, how) => {
      saveAs(file, `interviews.${how}`);
      close();
    },
  });
  const ask = (how: How) => (
    <Button variant="default" size="sm" disabled={invitationIds.length === 0} leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />} onClick={() => setAsking(how)}>Export as {how.toUpperCase()}</Button>
  );
  return (
    <div className={styles.buttons}>
      {ask('csv')}
      {ask('pdf')}
      <ConfirmDialog
        open={asking !== null} title={`Export ${count(invitationIds.length, 'interview')}?`} verb="Export" busy={copying.isPending} error={copying.error} onClose={close}
        onConfirm={() => { if (asking !== null) copying.mutate(asking); }}
      >
        <p>The file holds names, addresses and the scores that you may see at that moment. Each person in it can see that your organisation made it.</p>
        <p>When one of them asks for their interview to be deleted, you are asked to delete this file and to say that you did.</p>
      </ConfirmDialog>
    </div>
  );
}
