import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Invitation, type InvitationState, sentInvitationsQuery } from '../../api/invitation-queries.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Failure } from '../../ui/failure.js';
import { Loaded } from '../../ui/loaded.js';
import { Refused } from '../../ui/refused.js';
import { ChangeInvitation } from './change-invitation.js';
import { Funnel } from './funnel.js';
import { InvitationTable } from './invitation-table.js';
import styles from './invitations.module.css';

interface Props {
  templateId: string;
  state: InvitationState | undefined;
}

/** Who was invited with a template, and how far they are. */
export function InvitationBoard({ templateId, state }: Props) {
  const query = useInfiniteQuery(sentInvitationsQuery(templateId, state));
  const [changing, setChanging] = useState<Invitation | null>(null);
  // It stays the last one while the dialog closes, which then gives the focus back.
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const open = (invitation: Invitation): void => {
    setChanging(invitation);
    setOpen(true);
  };
  // The button that was pressed may be gone.
  const tell = (says: string): void => {
    setTold(says);
    status.current?.focus();
  };
  if (query.isError && !query.data) return <Refused title="The invitations could not be read." error={query.error} again={() => void query.refetch()} />;
  return (
    <div className={styles.board}>
      <p className={styles.buttons}>
        <ButtonLink to="/templates/$id/invitations/new" params={{ id: templateId }}>Invite people</ButtonLink>
        <ButtonLink variant="default" to="/templates/$id/compare" params={{ id: templateId }}>Compare who handed in</ButtonLink>
      </p>
      <p role="status" ref={status} tabIndex={-1} className={styles.soft}>{told}</p>
      <Loaded query={query} failed="The invitations could not be read." skeleton={<Skeleton height={360} />}>
        {({ pages }) => (
          <>
            {pages[0] && <Funnel templateId={templateId} counts={pages[0].counts} chosen={state} />}
            <List invitations={pages.flatMap(({ invitations }) => invitations)} isFiltered={state !== undefined} onChange={open} />
          </>
        )}
      </Loaded>
      <More query={query} />
      <ChangeInvitation invitation={changing} open={isOpen} onDone={tell} onClose={() => setOpen(false)} />
    </div>
  );
}

function List({ invitations, isFiltered, onChange }: { invitations: Invitation[]; isFiltered: boolean; onChange: (invitation: Invitation) => void }) {
  if (invitations.length > 0) return <InvitationTable invitations={invitations} onChange={onChange} />;
  return <p className={styles.soft}>{isFiltered ? 'Nobody stands there.' : 'Nobody was invited yet. Everybody you invite stands here, with how far they are.'}</p>;
}

function More({ query }: { query: { hasNextPage: boolean; isFetchingNextPage: boolean; isFetchNextPageError: boolean; error: unknown; fetchNextPage: () => unknown } }) {
  if (query.isFetchNextPageError) return <Failure title="More invitations could not be read." error={query.error} again={() => query.fetchNextPage()} />;
  if (!query.hasNextPage) return null;
  return <div><Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>Show more</Button></div>;
}
