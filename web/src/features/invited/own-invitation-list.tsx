import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type OwnInvitation, ownInvitationsQuery } from '../../api/invited-queries.js';
import { showDay } from '../../lib/format.js';
import { InvitationMark } from '../../ui/invitation-mark.js';
import { Loaded } from '../../ui/loaded.js';
import rows from '../../ui/rows.module.css';
import { Deadline } from './deadline.js';
import styles from './invited.module.css';
import { askers, isOpen, standsInWords } from './words.js';

/** Every invitation that belongs to one's account, the newest first. */
export function OwnInvitationList() {
  const query = useQuery(ownInvitationsQuery);
  return (
    <Loaded query={query} failed="Your invitations could not be read." skeleton={[0, 1].map((row) => <Skeleton key={row} height={72} mb={16} />)}>
      {(invitations) => (invitations.length === 0
        ? <p className={styles.soft}>None. An organisation that invites you writes to you by mail; the link in it leads here. If you made your account on the way, open that link once more.</p>
        : <Rows invitations={invitations} />)}
    </Loaded>
  );
}

/** Those that wait for one, where there are any: what to do next. */
export function WaitingInvitations() {
  const { data } = useQuery(ownInvitationsQuery);
  const waiting = data?.filter(isOpen) ?? [];
  if (waiting.length === 0) return null;
  return (
    <section className={styles.waiting} aria-labelledby="waiting">
      <h2 id="waiting">Your invitations</h2>
      <Rows invitations={waiting} />
      {data !== undefined && data.length > waiting.length && <p><Link to="/invited">All your invitations</Link></p>}
    </section>
  );
}

const Rows = ({ invitations }: { invitations: readonly OwnInvitation[] }) => (
  <ul className={rows.rows}>{invitations.map((invitation) => <Row key={invitation.id} invitation={invitation} />)}</ul>
);

function Row({ invitation }: { invitation: OwnInvitation }) {
  const { id, state, jobTitle, deadlineAt, submittedAt, invitedAt, mayAllowUntil } = invitation;
  return (
    <li className={rows.row}>
      <div className={rows.what}>
        <Link to="/invited/$id" params={{ id }} className={rows.title}>{jobTitle}</Link>
        <p className={rows.facts}><span>{askers(invitation)}</span><InvitationMark state={state} says={standsInWords(invitation)} /></p>
        <p className={rows.facts}>{isOpen(invitation) ? <Deadline at={deadlineAt} /> : <span>{submittedAt === null ? `Invited on ${showDay(invitedAt)}` : `Handed in on ${showDay(submittedAt)}`}</span>}{mayAllowUntil !== null && <span>You can allow it anew until {showDay(mayAllowUntil)}</span>}</p>
      </div>
    </li>
  );
}
