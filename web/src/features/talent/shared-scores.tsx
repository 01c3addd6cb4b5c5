import { Link } from '@tanstack/react-router';
import { type TalentProfile } from '../../api/talent-queries.js';
import { showDay } from '../../lib/format.js';
import { ScoreOf } from '../../ui/score-of.js';
import { evaluatorName } from './words.js';
import card from './card.module.css';
import styles from './profile.module.css';

/** The best practice interview whose results are shared, by competency, with the name of who judged it. */
export function SharedScores({ scores }: { scores: TalentProfile['scores'] }) {
  return (
    <section aria-labelledby="scores" className={styles.part}>
      <h2 id="scores">Scores</h2>
      {scores === null ? <p className={styles.soft}>This person shares no scores.</p> : (
        <>
          <ScoreOf shown={scores.overall} />
          <p className={styles.soft}>
            The best of their practice interviews, scored by the {evaluatorName(scores.evaluator)}.{' '}
            {scores.expiresAt === null ? 'It is shown as long as they keep and share it.' : `It is deleted on ${showDay(scores.expiresAt)}.`}
          </p>
          <ul className={`${card.bars} ${styles.competencies}`}>
            {scores.competencies.map(({ id, title, score }) => (
              <li key={id}>
                <span>{title}</span>
                <span className={card.track} aria-hidden><span className={card.bar} style={{ width: `${score * 10}%` }} /></span>
                <span className={card.number}>{score.toFixed(1)}<span className="visually-hidden"> of 10</span></span>
              </li>
            ))}
          </ul>
          <p className={styles.soft}>A score is one sign among others, and no reason to turn somebody away. <Link to="/about/scoring">How answers are scored</Link></p>
        </>
      )}
    </section>
  );
}
