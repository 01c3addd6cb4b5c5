import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { deleteInvitedInterview, type OwnDeletion, ownDeletionsQuery } from '../../api/deletion-queries.js';
import { showDay } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import styles from './deletions.module.css';
import { Holders, sayCopies } from './holders.js';

interface Props {
  invitationId: string;
  organisation: string;
  /** The organisation can read it still; without it there may be copies, and one's own interview is one's own. */
  isShared: boolean;
  /** It is still one's own: taken back before, and not deleted. */
  isKept: boolean;
}

/** Where somebody has a handed-in interview deleted, and sees who has said that their copy is gone. */
export function DeletionPart({ isKept, ...about }: Props) {
  const { data } = useQuery(ownDeletionsQuery);
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = data !== undefined;
  const isMeant = useLocation().hash === 'deletion';
  // Whoever was led here by a link finds it below much that comes before it.
  useEffect(() => {
    if (isThere && isMeant) heading.current?.focus();
  }, [isThere, isMeant]);
  if (data === undefined) return null;
  const deletion = data.find((one) => one.invitationId === about.invitationId);
  const toAsk = about.isShared ? 'Delete this interview' : 'Copies of this interview';
  const asked = isKept ? 'Copies you asked to be deleted' : 'Your interview is deleted';
  return (
    <section className={styles.part} aria-labelledby="deletion">
      <h2 id="deletion" ref={heading} tabIndex={-1}>{deletion ? asked : toAsk}</h2>
      {deletion ? <Deleted deletion={deletion} organisation={about.organisation} isKept={isKept} /> : <Ask {...about} onDone={() => heading.current?.focus()} />}
    </section>
  );
}

function Ask({ invitationId, organisation, isShared, onDone }: Omit<Props, 'isKept'> & { onDone: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const deleting = useMutation({
    mutationFn: () => deleteInvitedInterview(invitationId),
    // Everything about this interview has changed: its report, what is allowed for it, and where the invitation stands.
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onDone();
    },
  });
  return (
    <>
      <p>{isShared
        ? 'You can have it deleted at any time: here at once, and by everybody who has a copy. Each of them is asked by mail, and you see who says that it is done.'
        : `${organisation} sees nothing of it any more. Whoever made a copy before can be asked to delete it, and you see who says that it is done.`}</p>
      <Button variant="default" onClick={() => setAsking(true)}>{isShared ? 'Delete this interview' : 'Ask for copies to be deleted'}</Button>
      <ConfirmDialog open={isAsking} title={isShared ? 'Delete this interview?' : 'Ask for copies to be deleted?'} verb={isShared ? 'Delete it everywhere' : 'Ask for it'} destroys={isShared} busy={deleting.isPending} error={deleting.error} onConfirm={() => deleting.mutate()} onClose={() => setAsking(false)}>
        {isShared && <p>Your answers, their recordings, the scores and your own report are deleted at once and for good. {organisation} sees nothing of it any more and cannot go on with it.</p>}
        <p>Whoever made a copy is asked to delete it within the time the law gives them.</p>
      </ConfirmDialog>
    </>
  );
}

function Deleted({ deletion, organisation, isKept }: { deletion: OwnDeletion; organisation: string; isKept: boolean }) {
  return (
    <>
      <p>You asked on {showDay(deletion.askedAt)}{!isKept && ', and nothing of it can be read here since'}. {sayCopies(deletion)}</p>
      <Holders deletion={deletion} organisation={organisation} />
    </>
  );
}
