import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { type OwnInvitation, ownInvitationsKey, refuseInvitation } from '../../api/invited-queries.js';
import { BeforeStart } from './before-start.js';
import { Decline } from './decline.js';
import styles from './invited.module.css';
import { SharedWith } from './shared-with.js';
import { Standing } from './standing.js';
import { WhoHasSeen } from './who-has-seen.js';
import { isOpen } from './words.js';

interface Props {
  invitation: OwnInvitation;
  onStarted: (interviewId: string) => void;
  /** What stands between where it stands and who may see it, and at the end: parts of other rooms. */
  news?: ReactNode;
  rest?: ReactNode;
}

/** One's own invitation: the way in, and afterwards where it stands and who sees it. */
export function InvitedDesk({ invitation, onStarted, news, rest }: Props) {
  const { id, state, organisation, sharedUntil, mayAllowUntil } = invitation;
  const queryClient = useQueryClient();
  const isBefore = state === 'invited' || state === 'opened';
  const isShared = state === 'in_progress' || (state === 'complete' && sharedUntil !== null) || mayAllowUntil !== null;
  return (
    <div className={styles.page}>
      {isBefore ? <BeforeStart invitation={invitation} onStarted={onStarted} /> : <Standing invitation={invitation} />}
      {news}
      {isShared && (
        <section className={styles.part} aria-labelledby="shared">
          <h2 id="shared">Who may see it</h2>
          <SharedWith invitation={invitation} />
        </section>
      )}
      {state === 'complete' && <WhoHasSeen id={id} />}
      {rest}
      {isOpen(invitation) && <Decline organisation={organisation.name} refuse={(refusal) => refuseInvitation(id, refusal)} onRefused={() => queryClient.invalidateQueries({ queryKey: ownInvitationsKey })} />}
    </div>
  );
}
