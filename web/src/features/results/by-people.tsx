import { transcribersInWords } from '../../../../src/interviews/replay/given-words.js';
import { type Report } from '../../api/schema.js';
import styles from './report.module.css';

/** Instead of a score, where people alone judge: who they are. */
export function ByPeople({ report: { answers, invited } }: { report: Pick<Report, 'answers'> & Partial<Pick<Report, 'invited'>> }) {
  const transcribed = transcribersInWords(answers.flatMap(({ given, followUp }) => [given, followUp?.given ?? null]));
  return (
    <section className={styles.overall} aria-labelledby="by-people">
      <h2 id="by-people">Who judges it</h2>
      <div className={styles.aside}>
        <p>People of {invited?.by ?? 'the organisation that invited you'} read or listen to your answers and rate them. No program scored them, so there is no number here.</p>
        {transcribed !== null && <p>Who wrote down what you said: {transcribed}.</p>}
      </div>
    </section>
  );
}
