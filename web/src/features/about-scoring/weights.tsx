import { type ScoringCard } from '../../api/schema.js';
import styles from './about-scoring.module.css';

/** What each criterion weighs, as a bar and in percent. */
export function Weights({ criteria }: { criteria: ScoringCard['rubric']['criteria'] }) {
  const most = Math.max(...criteria.map(({ weight }) => weight));
  return (
    <table className={styles.weights}>
      <caption className="visually-hidden">Criteria, what each asks, and what it weighs</caption>
      <thead><tr><th scope="col">Criterion</th><th scope="col">What it asks</th><th scope="col">Weight</th></tr></thead>
      <tbody>
        {criteria.map(({ id, title, asks, weight }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td>{asks}</td>
            <td>
              <span className={styles.percent}>{weight} %</span>
              <span className={styles.track} aria-hidden><span className={styles.bar} style={{ width: `${(weight / most) * 100}%` }} /></span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
