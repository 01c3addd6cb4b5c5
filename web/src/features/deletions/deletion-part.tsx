import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { deleteInvitedInterview, type OwnDeletion, ownDeletionsQuery } from '../../api/deletion-queries.js';
import { showDay } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import styles from './deletions.module.css';
import { waysInWords } from './words.js';

interface Props {
  invitationId: string;
  organisation: string;
  /** The organisation can read it still; without it there may be copies, and one's own interview is one's own. */
  isShared: boolean;
}

/** Where somebody has a handed-in interview deleted, and sees who has said that their copy is gone. */
export function DeletionPart({ invitationId, organisation, isShared }: Props) {
  const { data } = useQuery(ownDeletionsQuery);
  const heading = useRef<HTMLHeadingElement>(null);
  if (data === undefined) return null;
  const deletion = data.find((one) => one.invitationId === invitationId);
  return (
    <section className={styles.part} aria-labelledby="deletion">
      <h2 id="deletion" ref={heading} tabIndex={-1}>{deletion ? 'Your interview is deleted' : 'Delete this interview'}</h2>
      {deletion ? <Deleted deletion={deletion} organisation={organisation} /> : <Ask invitationId={invitationId} organisation={organisation} isShared={isShared} onDone={() => heading.current?.focus()} />}
    </section>
  );
}

function Ask({ invitationId, organisation, isShared, onDone }: Props & { onDone: () => void }) {
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

function Deleted({ deletion: { askedAt, dueAt, holders }, organisation }: { deletion: OwnDeletion; organisation: string }) {
  const open = holders.filter(({ acknowledgedAt }) => acknowledgedAt === null).length;
  return (
    <>
      <p>You asked on {showDay(askedAt)}, and it was deleted here at that moment. {sayCopies(holders.length, open, dueAt)}</p>
      {holders.length > 0 && (
        <ul className={styles.list}>
          {holders.map(({ client, how, acknowledgedAt, remindedAt }, index) => (
            <li key={index} className={styles.row}>
              <p className={styles.who}>{client === null ? `Somebody at ${organisation}` : `${client}, by a link`}{client === null && <span className={styles.soft}> {waysInWords(how)}</span>}</p>
              <p>{sayAnswer(acknowledgedAt, remindedAt)}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function sayCopies(holders: number, open: number, dueAt: string): string {
  if (holders === 0) return 'Nobody had made a copy.';
  return open === 0 ? 'Everybody who had a copy says that it is deleted.' : `Those who had a copy were asked to delete it until ${showDay(dueAt)}.`;
}

function sayAnswer(acknowledgedAt: string | null, remindedAt: string | null): string {
  if (acknowledgedAt !== null) return `Said on ${showDay(acknowledgedAt)} that it is deleted`;
  return remindedAt === null ? 'Asked, has not answered yet' : `Reminded on ${showDay(remindedAt)}, has not answered yet`;
}
