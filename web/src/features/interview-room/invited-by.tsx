import { Link } from '@tanstack/react-router';
import { type Interview } from '../../api/schema.js';
import { showDeadline, timeLeft } from '../../lib/format.js';
import { useNow } from '../../lib/use-now.js';
import { Notice } from '../../ui/notice.js';
import styles from './room.module.css';

type Invited = NonNullable<Interview['invited']>;

/** For whom this interview is, until when, and what is noted around the answers. */
export function InvitedBy({ invited }: { invited: Invited }) {
  const now = useNow();
  const { by, ref, deadlineAt } = invited;
  const left = deadlineAt === null ? null : timeLeft(deadlineAt, now);
  if (ref === null) return <LetGo by={by} />;
  return (
    <div className={styles.invitedBy}>
      {deadlineAt !== null && left !== null && <p className={styles.subject}>Until <time dateTime={deadlineAt}>{showDeadline(deadlineAt)}</time>: {left}.</p>}
      {deadlineAt !== null && left === null && (
        <Notice kind="warning" title="The deadline is over">
          It was {showDeadline(deadlineAt)}. What was saved before is kept and stays yours; nothing can be added or submitted any more.
          {' '}<Link to="/invited/$id" params={{ id: ref }}>Your invitation</Link>
        </Notice>
      )}
      <details className={styles.job}>
        <summary>What {by} sees besides your answers</summary>
        <p>How often you leave this page, how often and how many characters you paste, how often you record an answer again, and whether an answer or a recording was handed in before by somebody else. These are facts for people to read. They never change a score.</p>
      </details>
    </div>
  );
}

/** The invitation is over while one is here: taken back, begun anew, or past its time. No deadline counts any more. */
const LetGo = ({ by }: Pick<Invited, 'by'>) => (
  <div className={styles.invitedBy}>
    <Notice kind="warning" title="This interview has ended">
      {by} sees nothing of it. What was saved before is kept and stays yours; nothing can be added or submitted any more. What comes next stands in a mail to you, or among <Link to="/invited">your invitations</Link>.
    </Notice>
  </div>
);
