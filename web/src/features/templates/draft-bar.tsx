import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { sentenceFor } from '../../api/problem.js';
import { discardDraft, type DraftVersion, type Template, templatesKey } from '../../api/template-queries.js';
import { showClock } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Notice } from '../../ui/notice.js';
import { type DraftKeeper, type KeptState } from './draft-keeper.js';
import styles from './templates.module.css';
import { type DraftValues } from './use-draft.js';

interface Props {
  template: Template;
  draft: DraftVersion;
  keeper: DraftKeeper<DraftValues>;
  state: KeptState;
  busy: boolean;
  preview: ReactNode;
  onPublish: () => void;
  onReload: () => void;
  onDiscarded: () => void;
}

/** Stays in sight: whether all is saved, and what one can do with the draft. */
export function DraftBar({ template: { id, published }, draft, keeper, state, busy, preview, onPublish, onReload, onDiscarded }: Props) {
  const [asks, setAsks] = useState(false);
  const queryClient = useQueryClient();
  const discarding = useMutation({
    mutationFn: async () => {
      await keeper.flush();
      await discardDraft({ id, revision: keeper.revision });
    },
    onSuccess: async () => {
      setAsks(false);
      onDiscarded();
      await queryClient.invalidateQueries({ queryKey: templatesKey });
    },
  });
  return (
    <>
      <p className={styles.soft}>Published, a version stays as it is: everybody who is invited with it answers the same questions. Later changes become the next version.</p>
      <div className={styles.bar}>
        {state.kind === 'elsewhere' && <Notice kind="warning" title="This draft was changed elsewhere" action={<Button variant="default" size="sm" onClick={onReload}>Load it again</Button>}><p>{sentenceFor(state.error)}</p></Notice>}
        {state.kind === 'failed' && <Notice kind="failure" title="Not saved yet" action={<Button variant="default" size="sm" onClick={() => void keeper.flush()}>Save it now</Button>}><p>{sentenceFor(state.error)} What you wrote is in this page.</p></Notice>}
        <div className={styles.actions}>
          <Button loading={busy} disabled={state.kind === 'elsewhere'} onClick={onPublish}>Publish version {draft.version}</Button>
          {preview}
          <Button variant="subtle" color="red" onClick={() => setAsks(true)}>{published ? 'Throw this draft away' : 'Delete this interview'}</Button>
          <span role="status" className={styles.kept}>{keptWords(state)}</span>
        </div>
      </div>
      <ConfirmDialog
        open={asks} title={published ? 'Throw this draft away?' : 'Delete this interview?'} verb={published ? 'Throw it away' : 'Delete it'} destroys busy={discarding.isPending} error={discarding.error}
        onConfirm={() => discarding.mutate()} onClose={() => setAsks(false)}
      >
        <p>{published ? `What you changed since version ${published.version} is gone, for your colleagues as well. Version ${published.version} stays as it is.` : 'It was never published, so nobody was invited with it. It is gone for your colleagues as well.'}</p>
      </ConfirmDialog>
    </>
  );
}

function keptWords(state: KeptState): string {
  if (state.kind === 'saved') return `Saved ${showClock(state.at)}`;
  if (state.kind === 'saving') return 'Saving';
  return state.kind === 'unsaved' ? 'Not saved yet' : '';
}
