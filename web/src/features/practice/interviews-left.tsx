import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { standingQuery } from '../../api/billing-queries.js';
import { showDay } from '../../lib/format.js';
import { Notice } from '../../ui/notice.js';
import styles from './practice.module.css';

/** What an interview uses up, before it is begun. Nothing while that is not known: the server counts in any case. */
export function InterviewsLeft() {
  const { data } = useQuery(standingQuery);
  if (data === undefined) return null;
  const { left, free } = data.interviews;
  if (left > 0) return <p className={styles.next}>This uses one of the {left.toLocaleString('en-GB')} {left === 1 ? 'interview' : 'interviews'} you have left. If something goes wrong through our fault, it comes back. <Link to="/settings/billing">Plan and payments</Link></p>;
  return (
    <Notice kind="warning" title="You have no interviews left" action={<Link to="/settings/billing">See plans and packs</Link>}>
      {free.of > 0 ? `On ${showDay(free.until)} you have ${free.of} free ${free.of === 1 ? 'one' : 'ones'} again.` : 'A pack or a plan gives you more.'}
    </Notice>
  );
}
