import { useInfiniteQuery } from '@tanstack/react-query';
import { interviewsQuery } from '../../api/queries.js';
import { ButtonLink } from '../../ui/button-link.js';
import styles from './practice.module.css';

/** What to do next: go on where an interview was left, on whatever device, or begin one. Those that one is invited to stand among the invitations. */
export function GoOn() {
  const { data } = useInfiniteQuery(interviewsQuery);
  const open = data?.pages.flatMap(({ items }) => items).find(({ state, invited }) => state === 'in_progress' && invited === null);
  if (!open) return <p className={styles.start}><ButtonLink to="/practice/new">Practise an interview</ButtonLink></p>;
  const { id, nextPosition, questionCount } = open;
  return (
    <div className={styles.start}>
      <p>You have an interview open: {open.roleTitle}, {open.levelTitle}. Everything you wrote is saved.</p>
      <p className={styles.actions}>
        <ButtonLink to="/interviews/$id" params={{ id }} search={{ question: nextPosition ?? 'review' }}>
          {nextPosition === null ? 'Check your answers and submit' : `Go on with question ${nextPosition} of ${questionCount}`}
        </ButtonLink>
        <ButtonLink variant="default" to="/practice/new">Practise another interview</ButtonLink>
      </p>
    </div>
  );
}
