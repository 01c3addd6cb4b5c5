import { Link } from '@tanstack/react-router';
import { transcribersInWords } from '../../../../src/interviews/replay/given-words.js';
import { type Report } from '../../api/schema.js';
import { showDay } from '../../lib/format.js';
import { Notice } from '../../ui/notice.js';
import { ScoreRuler } from '../../ui/score-ruler.js';
import styles from './report.module.css';

/** The overall score, who gave it, and how far to trust it. */
export function Overall({ report, mark }: { report: Pick<Report, 'overall' | 'evaluator' | 'rubric' | 'answers' | 'second' | 'review'>; mark: string }) {
  const { overall, evaluator, rubric, answers, second, review } = report;
  const transcribed = transcribersInWords(answers.flatMap(({ given, followUp }) => [given, followUp?.given ?? null]));
  return (
    <section className={styles.overall} aria-labelledby="overall">
      <h2 id="overall">Overall score</h2>
      {overall === null
        ? <WithoutScore review={review} />
        : <ScoreRuler shown={overall.shown} mark={mark} label="Overall score" />}
      <div className={styles.aside}>
        {overall && <p className={styles.verdict}>{overall.shown} of 10, {overall.aboveThreshold ? `above the mark of ${mark}` : `not above the mark of ${mark}`}.</p>}
        <p>{whoJudged(report)}{rubric && ` with rubric ${rubric.id}`}. <Link to="/about/scoring">How answers are scored</Link></p>
        {second && <p>A second evaluation, by “{second.name}”, version {second.version}, {review ? 'stands on the other side of the mark' : 'says the same of the mark'}.</p>}
        {review?.reason && <blockquote className={styles.goals}>{review.reason}</blockquote>}
        {transcribed !== null && <p>Who wrote down what you said: {transcribed}.</p>}
        {evaluator?.builtIn && (
          <p className={styles.limits}>
            This was the built-in evaluator. It follows fixed rules: it looks for the words, the structure and the figures a good answer usually has. It does not
            understand meaning as a person does, so a good answer in unusual words can score too low. Read the reasons before you trust the number.
          </p>
        )}
      </div>
    </section>
  );
}

function WithoutScore({ review }: Pick<Report, 'review'>) {
  if (!review) return <Notice kind="warning" title="There is no overall score">Too little could be scored for a fair number. What was scored stands below.</Notice>;
  return (
    <Notice kind="info" title={`A person decides by ${showDay(review.dueAt)}`}>
      Your answers came so close to the mark that no AI decides it alone. Somebody reads them without your name, and you see in your privacy centre that they did, and here why they decide as they do. What stands below is the first evaluation; its numbers may still change.
    </Notice>
  );
}

function whoJudged({ evaluator, review }: Pick<Report, 'evaluator' | 'review'>): string {
  if (!review?.decidedAt) return evaluator ? `Scored by the evaluator “${evaluator.name}”, version ${evaluator.version},` : 'Scored';
  const from = review.basedOn ? `, who began from the evaluation by “${review.basedOn.name}”, version ${review.basedOn.version},` : '';
  return `Decided by a person on ${showDay(review.decidedAt)}${from}`;
}
