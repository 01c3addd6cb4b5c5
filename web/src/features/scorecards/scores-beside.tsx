import { type ReviewedInterview } from '../../api/reviewed-queries.js';
import { count, showDay } from '../../lib/format.js';
import { CompetencyBar } from '../../ui/competency-bar.js';
import { Notice } from '../../ui/notice.js';
import { OverrideForm } from './override-form.js';
import styles from './scorecards.module.css';
import { meanInWords, recommendationWords, standingInWords } from './words.js';

/** What the evaluation and people say of the interview as a whole, beside each other; before one has rated, why it is not there. */
export function ScoresBeside({ review }: { review: ReviewedInterview }) {
  const { isEvaluationHidden, mine, evaluation, people, overrides, standing } = review;
  const hasRated = mine.submitted.length > 0;
  const scores = (
    <>
      {standing && <p className={styles.standing}>{standingInWords(standing)}</p>}
      <dl className={styles.figures}>
        <div><dt>The evaluation</dt><dd>{evaluated(review)}</dd></div>
        {people && <div><dt>People</dt><dd>{meanInWords(people.mean)} <span className={styles.soft}>{count(people.count, 'person', 'people')}{people.count > 1 && `, ${people.spread} apart`}</span></dd></div>}
        {overrides?.map((override) => (
          <div key={override.madeAt}>
            <dt>Changed by {override.isYours ? 'you' : (override.author ?? 'somebody who is no longer here')}</dt>
            <dd>{override.overall} of 10 <span className={styles.soft}>instead of {override.insteadOf ?? 'none'}, {showDay(override.madeAt)}</span><span className={styles.reason}>{override.reason}</span></dd>
          </div>
        ))}
      </dl>
      {evaluation && evaluation.competencies.length > 0 && (
        <div className={styles.competencies}>
          {evaluation.competencies.map(({ id, title, shown, value, anchor }) => <CompetencyBar key={id} title={title} shown={shown} value={value} anchor={anchor} />)}
        </div>
      )}
    </>
  );
  return (
    <section className={styles.part} aria-labelledby="scores">
      <h2 id="scores" tabIndex={-1}>Scores</h2>
      {isEvaluationHidden && <Notice kind="info" title="Rate first">{review.judgedBy === 'people' ? 'The candidate asked for people, so that no program scores this. What your colleagues think' : 'What the evaluation and your colleagues think'} stands here once you have submitted your own ratings, so that nobody thinks for you.</Notice>}
      {!isEvaluationHidden && hasRated && scores}
      {!isEvaluationHidden && !hasRated && <details><summary>Show the scores before you rate</summary><div className={styles.part}>{scores}</div></details>}
      {hasRated && <Recommendations review={review} />}
      {hasRated && <OverrideForm invitationId={review.invitationId} />}
    </section>
  );
}

function Recommendations({ review: { mine, colleagues } }: { review: ReviewedInterview }) {
  const all = [{ author: 'You', submitted: mine.submitted }, ...(colleagues ?? [])];
  return (
    <div className={styles.part}>
      <h3>What people recommend</h3>
      <ul className={styles.people}>
        {all.map(({ author, submitted: [card, ...earlier] }, index) => card && (
          <li key={`${author ?? ''}-${index}`}>
            <strong>{author ?? 'Somebody who is no longer here'}</strong>: {card.recommendation && recommendationWords[card.recommendation]}{card.mean !== null && `, ${meanInWords(card.mean)}`}
            {earlier.length > 0 && <span className={styles.soft}> (changed {count(earlier.length, 'time')}, {earlier.map(({ mean }) => (mean === null ? '' : meanInWords(mean))).join(', ')} before)</span>}
            {card.summary !== '' && <span className={styles.reason}>{card.summary}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function evaluated({ evaluation, judgedBy, state }: ReviewedInterview): string {
  if (judgedBy === 'people') return 'None: the candidate asked for people';
  if (!evaluation) return state === 'submitted' ? 'Under way' : 'None';
  if (!evaluation.overall) return state === 'in_review' ? 'Two evaluations do not agree; a person here decides' : 'No overall score';
  return `${evaluation.overall.shown} of 10`;
}
