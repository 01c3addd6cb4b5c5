import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { saveAs } from '../../api/download.js';
import { deleteShortlist, exportShortlist, renameShortlist, shortlistsKey, type ShortlistWithEntries } from '../../api/shortlist-queries.js';
import { count } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { NameForm } from './name-form.js';
import styles from './shortlists.module.css';

type Asking = 'export' | 'delete' | 'rename' | null;

/** Export, rename and delete; what others notice is said before it is done. */
export function ShortlistTools({ shortlist, onDeleted }: { shortlist: ShortlistWithEntries; onDeleted: () => void }) {
  const { id, name, entries } = shortlist;
  const [asking, setAsking] = useState<Asking>(null);
  const queryClient = useQueryClient();
  const reread = () => queryClient.invalidateQueries({ queryKey: shortlistsKey });
  const close = (): void => setAsking(null);
  const exporting = useMutation({ mutationFn: () => exportShortlist(id), onSuccess: (file) => { saveAs(file, 'shortlist.csv'); close(); } });
  const renaming = useMutation({ mutationFn: renameShortlist, onSuccess: async () => { await reread(); close(); } });
  const deletion = useMutation({ mutationFn: () => deleteShortlist(id), onSuccess: () => { onDeleted(); void reread(); } });
  const available = entries.filter(({ person }) => person !== null).length;
  if (asking === 'rename') {
    return (
      <NameForm id="rename" label="Name of this shortlist" verb="Save the name" initial={name} busy={renaming.isPending} error={renaming.error} onName={(changed) => renaming.mutate({ id, name: changed })}>
        <Button variant="default" onClick={close}>Cancel</Button>
      </NameForm>
    );
  }
  return (
    <div className={styles.buttons}>
      <Button variant="default" size="sm" disabled={available === 0} leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />} onClick={() => setAsking('export')}>Export as CSV</Button>
      <Button variant="default" size="sm" onClick={() => setAsking('rename')}>Rename</Button>
      <Button variant="subtle" color="red" size="sm" onClick={() => setAsking('delete')}>Delete this list</Button>
      <ConfirmDialog open={asking === 'export'} title="Export this shortlist?" verb="Export it" busy={exporting.isPending} error={exporting.error} onConfirm={() => exporting.mutate()} onClose={close}>
        <p>The file holds what each of {count(available, 'person', 'people')} shares with you at that moment, and counts like opening their profiles. Each of them sees that your organisation exported it.</p>
        <p>Your notes stay here. When somebody can no longer be found, you are told, and delete their row: its reference stands in this list.</p>
      </ConfirmDialog>
      <ConfirmDialog open={asking === 'delete'} title="Delete this shortlist?" verb="Delete this shortlist" destroys busy={deletion.isPending} error={deletion.error} onConfirm={() => deletion.mutate()} onClose={close}>
        <p>“{name}” is deleted for all of your colleagues, with its stages, tags and notes. The people on it are not touched.</p>
      </ConfirmDialog>
    </div>
  );
}
