import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { deleteInvitedInterview, type OwnCopy, ownCopiesQuery, type OwnDeletion, ownDeletionsQuery } from '../../api/deletion-queries.js';
import { inOneBreath, showDay } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './deletions.module.css';
import { Holders, sayCopies } from './holders.js';
import { waysInWords } from './words.js';

/** Whoever may still have copies of one's interviews, of those that are over, too; and what became of those one asked to be deleted. */
export function CopiesPart() {
  const { data: deletions = [] } = useQuery(ownDeletionsQuery);
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <section className={styles.part} aria-labelledby="copies">
        <h2 id="copies" ref={heading} tabIndex={-1}>Copies that others may still have</h2>
        <Loaded query={useQuery(ownCopiesQuery)} failed="Who has copies could not be read." skeleton={<LinesSkeleton lines={3} />}>
          {(copies) => (copies.length === 0
            ? <p className={styles.soft}>None. Whoever makes a file with your results, or is shown them by a link, stands here from then on, also when the interview is long over.</p>
            : <ul className={styles.list}>{copies.map((copy) => <Copied key={copy.invitationId} copy={copy} onAsked={() => heading.current?.focus()} />)}</ul>)}
        </Loaded>
      </section>
      {deletions.length > 0 && (
        <section className={styles.part} aria-labelledby="copies-asked">
          <h2 id="copies-asked">What you asked to be deleted</h2>
          <ul className={styles.all}>{deletions.map((deletion) => <Asked key={deletion.id} deletion={deletion} />)}</ul>
        </section>
      )}
    </>
  );
}

function Copied({ copy: { invitationId, organisationName, jobTitle, how, clients, lastAt, isOver }, onAsked }: { copy: OwnCopy; onAsked: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const asking = useMutation({
    mutationFn: () => deleteInvitedInterview(invitationId),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['deletions'] });
      onAsked();
    },
  });
  const about = `${jobTitle}, ${organisationName}`;
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <p>{about}</p>
        <p className={styles.soft}>{ofWhat(how, clients)}, last on {showDay(lastAt)}</p>
      </div>
      {isOver
        ? <Button variant="default" size="sm" aria-label={`Ask to delete: ${about}`} onClick={() => setAsking(true)}>Ask to delete</Button>
        : <Link to="/invited/$id" params={{ id: invitationId }} hash="deletion" aria-label={`Ask on its page: ${about}`}>Ask on its page</Link>}
      <ConfirmDialog open={isAsking} title="Ask for copies to be deleted?" verb="Ask for it" busy={asking.isPending} error={asking.error} onConfirm={() => asking.mutate()} onClose={() => setAsking(false)}>
        <p>Everybody who has a copy of your interview for “{jobTitle}” with {organisationName} is asked by mail to delete it, and you see who says that it is done. The mail says your name, so that they know whose copy it is.</p>
      </ConfirmDialog>
    </li>
  );
}

function Asked({ deletion }: { deletion: OwnDeletion }) {
  const { organisationName, jobTitle, askedAt } = deletion;
  return (
    <li className={styles.asked}>
      <p className={styles.who}>{jobTitle}, {organisationName}</p>
      <p>You asked on {showDay(askedAt)}. {sayCopies(deletion)}</p>
      <Holders deletion={deletion} organisation={organisationName} />
    </li>
  );
}

/** "Somebody there has a table; a link showed it to Northwind" */
function ofWhat(how: OwnCopy['how'], clients: readonly string[]): string {
  const files = how.filter((way) => way !== 'link');
  return [...(files.length > 0 ? [`Somebody there made ${waysInWords(files)}`] : []), ...(clients.length > 0 ? [`a link showed it to ${inOneBreath(clients)}`] : [])].join('; ').replace(/^a/, 'A');
}
