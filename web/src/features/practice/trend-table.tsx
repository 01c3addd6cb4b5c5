import { Link } from '@tanstack/react-router';
import { type PracticeTrend } from '../../api/schema.js';
import { showDay } from '../../lib/format.js';
import styles from './trend.module.css';

/** The numbers behind the lines: an interview a row, a competency a column. */
export function TrendTable({ competencies }: { competencies: PracticeTrend['competencies'] }) {
  const interviews = new Map(competencies.flatMap(({ points }) => points.map(({ interviewId, submittedAt }) => [interviewId, submittedAt] as const)));
  const newestFirst = [...interviews].sort(([, a], [, b]) => b.localeCompare(a));
  return (
    <details className={styles.numbers}>
      <summary>Show the numbers</summary>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Scores by interview">
        <table>
          <caption className="visually-hidden">Score of each competency by interview, 0 to 10, the newest first</caption>
          <thead><tr><th scope="col">Submitted on</th>{competencies.map(({ id, title }) => <th key={id} scope="col">{title}</th>)}</tr></thead>
          <tbody>
            {newestFirst.map(([interviewId, submittedAt]) => (
              <tr key={interviewId}>
                <th scope="row"><Link to="/interviews/$id/report" params={{ id: interviewId }}>{showDay(submittedAt)}</Link></th>
                {competencies.map(({ id, points }) => <td key={id}>{points.find((point) => point.interviewId === interviewId)?.shown ?? <span aria-label="not asked">–</span>}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
