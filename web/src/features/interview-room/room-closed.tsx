import { type Interview } from '../../api/schema.js';
import { count, showDeadline } from '../../lib/format.js';
import { ButtonLink } from '../../ui/button-link.js';
import { PageHeading } from '../../ui/page-heading.js';
import { draftStore } from './draft-store.js';
import { nameOf } from './question-name.js';
import styles from './room.module.css';

type Invited = NonNullable<Interview['invited']>;

/** Whether nothing can be added to it any more. */
export const isOver = ({ deadlineAt }: Invited, now: number): boolean => deadlineAt !== null && new Date(deadlineAt).getTime() <= now;

/** An invited interview whose deadline was over before its room was opened. */
export function RoomClosed({ interview, invited: { by, ref, deadlineAt } }: { interview: Interview; invited: Invited }) {
  const { questions, roleTitle } = interview;
  const planned = questions.filter(({ follows }) => follows === null);
  const answered = planned.filter(({ answer }) => answer !== null && answer.text.trim() !== '').length;
  return (
    <div className={styles.room}>
      <p className={styles.subject}>For {by} · {roleTitle}</p>
      <PageHeading title="This interview is over" {...(deadlineAt === null ? {} : { lead: `It could be answered until ${showDeadline(deadlineAt)}.` })}>This interview is over</PageHeading>
      <p>{answered} of {count(planned.length, 'question')} {answered === 1 ? 'has' : 'have'} an answer. What was saved stays yours; nothing of it was handed in, and {by} does not see it.</p>
      <TypedTooLate interview={interview} />
      <div className={styles.actions}>{ref === null ? <ButtonLink to="/invited">Your invitations</ButtonLink> : <ButtonLink to="/invited/$id" params={{ id: ref }}>Your invitation</ButtonLink>}</div>
    </div>
  );
}

/** What was typed in this tab and came too late: it is not handed in, and not lost either. */
function TypedTooLate({ interview: { id, questions } }: { interview: Interview }) {
  const late = questions.flatMap((question) => {
    const draft = draftStore(id, question.position).read();
    return draft === null || draft.text.trim() === '' || draft.text === question.answer?.text ? [] : [{ question, text: draft.text }];
  });
  if (late.length === 0) return null;
  return (
    <section className={styles.late} aria-labelledby="late">
      <h2 id="late">Typed too late to be saved</h2>
      <p>It stands in this tab alone, until you close it or sign out. Copy it if you want to keep it.</p>
      {late.map(({ question, text }) => (
        <div key={question.position} className={styles.version}>
          <h3>{nameOf(question)}</h3>
          <p className={styles.versionText} tabIndex={0}>{text}</p>
        </div>
      ))}
    </section>
  );
}
