import { Link } from '@tanstack/react-router';
import { type OwnInvitation } from '../../api/invited-queries.js';
import { showDeadline, showMoment } from '../../lib/format.js';
import { useNow } from '../../lib/use-now.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Notice } from '../../ui/notice.js';
import { Deadline } from './deadline.js';
import styles from './invited.module.css';
import { useAddressKept } from './use-address-kept.js';

/** Where it stands once it has begun, or is over, and what can be done next. */
export function Standing({ invitation }: { invitation: OwnInvitation }) {
  const { state, interviewId, deadlineAt } = invitation;
  if (state === 'in_progress' && interviewId !== null) {
    return (
      <div className={styles.part}>
        <p>You are in the middle of it; everything you answered is saved. Hand it in by <Deadline at={deadlineAt} /></p>
        <div><ButtonLink to="/interviews/$id" params={{ id: interviewId }}>Go on with the interview</ButtonLink></div>
      </div>
    );
  }
  if (state === 'complete') return <HandedIn invitation={invitation} />;
  return <Notice kind="info" title={overBecause(invitation)}><Rest invitation={invitation} /></Notice>;
}

function HandedIn({ invitation: { organisation, interviewId, submittedAt, judgedBy, scoredAt, reportFrom, decidedAt } }: { invitation: OwnInvitation }) {
  const now = useNow();
  const isLater = reportFrom !== null && new Date(reportFrom).getTime() > now;
  return (
    <div className={styles.part}>
      <p>You handed it in{submittedAt === null ? '' : ` on ${showMoment(submittedAt)}`}. {judgedInWords(judgedBy, scoredAt)} {decidedAt === null ? `${organisation.name} has not told you a decision yet.` : `${organisation.name} decided on ${showMoment(decidedAt)}.`}</p>
      {interviewId !== null && (isLater
        ? <p>Your own report opens on {showDeadline(reportFrom)}.</p>
        : <div><ButtonLink to="/interviews/$id/report" params={{ id: interviewId }}>Read your report</ButtonLink></div>)}
    </div>
  );
}

function judgedInWords(judgedBy: OwnInvitation['judgedBy'], scoredAt: string | null): string {
  if (judgedBy === 'people') return 'People judge it, as you asked; no program scores it.';
  return scoredAt === null ? 'It is being scored.' : 'It was scored by a program; people read it and decide.';
}

/** Why it is over, in words that blame nobody. */
function overBecause({ state, organisation, deadlineAt, endedAt, endedBecause }: OwnInvitation): string {
  const on = endedAt === null ? '' : ` on ${showMoment(endedAt)}`;
  switch (state) {
    case 'expired': return `The time for it ended on ${showMoment(deadlineAt)}`;
    case 'revoked': return `${organisation.name} took the invitation back${on}`;
    case 'declined': return `You said no${on}`;
    case 'withdrawn': return `${stoppedBecause[endedBecause]}${on}`;
    case 'complete': case 'in_progress': case 'invited': case 'opened': return 'This interview is not there any more';
  }
}

const stoppedBecause: Record<OwnInvitation['endedBecause'], string> = {
  withdrawn: 'You stopped sharing it', invalidated: 'The notice you shared it under was changed', expired: 'The time you shared it for ended', terminated: 'It stopped being shared',
};

function Rest({ invitation: { interviewId, state, startedAt, submittedAt, deadlineAt, organisation, mayAllowUntil } }: { invitation: OwnInvitation }) {
  const kept = useAddressKept();
  if (mayAllowUntil !== null && submittedAt === null) return <p>Your consent ended with the old text, and {organisation.name} sees nothing of your answers. They are kept: you can allow it under the new text until <time dateTime={mayAllowUntil}>{showDeadline(mayAllowUntil)}</time>, and then you go on where you were. Hand it in by <Deadline at={deadlineAt} /></p>;
  if (mayAllowUntil !== null) return <p>Your consent ended with the old text, and {organisation.name} can read nothing of it any more. If you allow it under the new text by <time dateTime={mayAllowUntil}>{showDeadline(mayAllowUntil)}</time>, it reads the interview again; if you do nothing, it does not.</p>;
  if (interviewId === null && state === 'withdrawn') return <p>They see nothing of you here any more. The address they wrote to is deleted {kept === null ? 'by itself' : `${kept} after the end`}.</p>;
  if ((interviewId === null || submittedAt === null) && startedAt !== null) return <p>They see nothing of your answers. What you answered is yours alone: it stays <Link to="/practice">among your interviews</Link>, as long as those are kept.</p>;
  if (interviewId === null) return <p>They have nothing of you but the address they wrote to, and that is deleted {kept === null ? 'by itself' : `${kept} after the end`}.</p>;
  return <p>They see nothing of your answers. What you answered is still yours: <Link to="/interviews/$id/report" params={{ id: interviewId }}>look at it</Link>, or delete it there.</p>;
}
