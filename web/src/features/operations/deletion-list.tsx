import { type RetentionBoard as Board } from '../../api/retention-queries.js';
import { showDay } from '../../lib/format.js';
import styles from './operations.module.css';

/** How much went on which day because its time was over. */
export function DeletionList({ deletions, classes }: Pick<Board, 'deletions' | 'classes'>) {
  if (deletions.length === 0) return <p>Nothing had come to its end.</p>;
  const saysOf = (id: string | null): string => classes.find((line) => line.id === id)?.says ?? '';
  return (
    <table className={styles.ledger}>
      <thead><tr><th scope="col">Day (UTC)</th><th scope="col">Table</th><th scope="col">What it is</th><th scope="col">Rows</th></tr></thead>
      <tbody>
        {deletions.map(({ day, table, class: id, count }) => (
          <tr key={`${day} ${table}`}>
            <th scope="row"><span className={styles.unbroken}>{showDay(`${day}T12:00:00`)}</span></th>
            <td data-label="Table"><code>{table}</code></td>
            <td data-label="What it is">{saysOf(id)}</td>
            <td data-label="Rows">{count.toLocaleString('en-GB')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
