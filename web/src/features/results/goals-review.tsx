import { type Report } from '../../api/schema.js';
import { ScoreOf } from '../../ui/score-of.js';
import styles from './report.module.css';

/** What the candidate wanted out of it, and how it went. */
export function GoalsReview({ goals }: { goals: NonNullable<Report['goals']> }) {
  return (
    <section aria-labelledby="goals" className={styles.block}>
      <h2 id="goals">Your goals</h2>
      <blockquote className={styles.goals}>{goals.text}</blockquote>
      {goals.about.length === 0 && <p>We could not tell a competency from these words, so they changed no question. Try words such as conflict, deadlines or explaining.</p>}
      {goals.about.map(({ id, title, shown, next }) => (
        <div key={id} className={styles.goal}>
          <h3>{title}</h3>
          {shown === null ? <p>No question was about it this time.</p> : <ScoreOf shown={shown} />}
          <p className={styles.goalNext}>Strong looks like this: {next}</p>
        </div>
      ))}
    </section>
  );
}
