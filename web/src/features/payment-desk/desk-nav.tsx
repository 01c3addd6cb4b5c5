import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paymentsOverviewQuery } from '../../api/payment-desk-queries.js';
import styles from './desk.module.css';

/** The parts of this desk; the first says how much waits there for a person. */
export function DeskNav({ seesResolved }: { seesResolved: boolean }) {
  const { data } = useQuery(paymentsOverviewQuery);
  const waiting = data === undefined ? 0 : data.quarantined + data.refundsWaiting;
  return (
    <nav className={styles.choice} aria-label="Payments">
      <Link to="/operator/payments" search={seesResolved ? { quarantine: 'resolved' } : {}} activeOptions={{ exact: true, includeSearch: true }}>What waits ({waiting})</Link>
      <Link to="/operator/payments" search={{ view: 'find' }}>Find a payment</Link>
      <Link to="/operator/payments" search={{ view: 'days' }}>Day by day</Link>
      <Link to="/operator/payments" search={{ view: 'gifts' }}>Give interviews</Link>
    </nav>
  );
}
