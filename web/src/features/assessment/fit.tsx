import { type Assessment } from '../../api/schema.js';
import styles from './assessment.module.css';

/** The number, the reasons, and how the one came of the other. */
export function Fit({ assessment: { fit, parts, reasons } }: { assessment: Assessment }) {
  return (
    <section aria-labelledby="fit" className={styles.fit}>
      <div className={styles.block}>
        <h2 id="fit">Fit</h2>
        <p className={styles.big}>{fit}<span className={styles.of}> of 100</span></p>
        <svg viewBox="0 0 100 4" preserveAspectRatio="none" className={styles.bar} aria-hidden>
          <rect width={100} height={4} className={styles.track} />
          <rect width={fit} height={4} className={styles.filled} />
        </svg>
        <table className={styles.points}>
          <caption className="visually-hidden">How the fit is counted</caption>
          <thead><tr><th scope="col">Part</th><th scope="col">Points</th></tr></thead>
          <tbody>
            {parts.map(({ id, title, points, of }) => <tr key={id}><th scope="row">{title}</th><td>{points} of {of}</td></tr>)}
          </tbody>
        </table>
        <details className={styles.how}>
          <summary>How this is counted</summary>
          <p>The fit is the sum of these points over the most there were, in percent.</p>
          <p>
            A skill that the description asks for is worth 3 points, one that is nice to have or only usual for the role 1. Without a description, what the role usually needs is
            worth 3 and what helps 1. General strengths such as communication are worth 1, because an interview shows them better than a resume. Years are worth 3, when both sides name them.
          </p>
          <p>Something near a skill counts half. A skill that includes another counts in full: Django shows Python.</p>
          <p>It compares words we know with words you wrote. It does not judge how good you are, and nobody but you sees it.</p>
        </details>
      </div>
      <div className={styles.block}>
        <h3>Why</h3>
        <ul className={styles.reasons}>{reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
      </div>
    </section>
  );
}
