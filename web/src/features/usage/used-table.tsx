import { type ReactNode } from 'react';
import { type Used } from '../../api/usage-queries.js';
import styles from './usage.module.css';

interface Props {
  used: readonly Used[];
  /** What stands in a row: "Function". */
  what: string;
  /** What lasted so long: "Usual answer". */
  lasting: string;
  fewest: number;
}

/** How often each was used: a table whose rows carry a bar each, so that the picture and its numbers are one thing. */
export function UsedTable({ used, what, lasting, fewest }: Props) {
  const most = Math.max(1, ...used.map(({ count }) => count));
  return (
    <table className={styles.table}>
      <thead><tr><th scope="col">{what}</th><th scope="col" className={styles.amount}>Times</th><th className={styles.picture}><span className="visually-hidden">Picture</span></th><th scope="col" className={styles.usual}>{lasting}</th></tr></thead>
      <tbody>
        {used.map(({ name, count, usually }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={styles.amount} data-few={count === 0}>{count === 0 ? `under ${fewest} a day` : count.toLocaleString('en-GB')}</td>
            <td className={styles.picture}><Bar share={count / most} /></td>
            <td className={`${styles.usual} ${styles.soft}`}>{usually ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Bar = ({ share }: { share: number }): ReactNode => <svg viewBox="0 0 100 10" className={styles.bar} preserveAspectRatio="none" aria-hidden><rect width={share * 100} height={10} className={styles.filled} /></svg>;
