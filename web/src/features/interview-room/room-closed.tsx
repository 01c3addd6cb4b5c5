import { type Interview } from '../../api/schema.js';
import { count, showDeadline } from '../../lib/format.js';
import { ButtonLink } from '../../ui/button-link.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './room.module.css';

type Invited = NonNullable<Interview['invited']>;

/** Whether nothing can be added to it any more. */
export const isOver = ({ deadlineAt }: Invited, now: number): boolean => deadlineAt !== null && new Date(deadlineAt).getTime() <= now;

/** An invited interview whose deadline was over before its room was opened. */
export function RoomClosed({ interview: { questions, roleTitle }, invited: { by, ref, deadlineAt } }: { interview: Interview; invited: Invited }) {
  const planned = questions.filter(({ follows }) => follows === null);
  const answered = planned.filter(({ answer }) => answer !== null && answer.text.trim() !== '').length;
  return (
    <div className={styles.room}>
      <p className={styles.subject}>For {by} · {roleTitle}</p>
      <PageHeading title="This interview is over" {...(deadlineAt === null ? {} : { lead: `It could be answered until ${showDeadline(deadlineAt)}.` })}>This interview is over</PageHeading>
      <p>{answered} of {count(planned.length, 'question')} {answered === 1 ? 'has' : 'have'} an answer. What was saved stays yours; nothing of it was handed in, and {by} does not see it.</p>
      {ref !== null && <div className={styles.actions}><ButtonLink to="/invited/$id" params={{ id: ref }}>Your invitation</ButtonLink></div>}
    </div>
  );
}
