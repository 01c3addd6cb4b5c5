import { type ScoringCard } from '../../api/schema.js';
import styles from './about-scoring.module.css';

const ATTEMPTS = [
  ['echo', 'The question said back'], ['keywords', 'A list of keywords'], ['otherLanguage', 'Another language'], ['offTopic', 'Right answers to other questions of the set'],
  ['plantedNot', 'A “not” put into right answers'], ['scrambled', 'Right answers with their words shuffled'],
] as const;

/** How the evaluator does on public sets of answers that people marked, with what to run to see the same. */
export function Measured({ card: { measured } }: { card: ScoringCard }) {
  const { sets } = measured;
  return (
    <section aria-labelledby="measured" className={styles.part}>
      <h2 id="measured">How well it agrees with people</h2>
      <p>
        Measured on {measured.date} with version {measured.evaluatorVersion}, on school answers that people marked as right or wrong. They share nothing with our questions.
        Which answers pass is decided by a threshold that never saw the question it judges. A score of 1 is full agreement, 0.5 about what guessing gives.
      </p>
      <table className={styles.weights}>
        <caption className="visually-hidden">Agreement with people on public sets of answers</caption>
        <thead><tr><th scope="col">Set</th><th scope="col">What it was given</th><th scope="col">Agreement</th></tr></thead>
        <tbody>
          {sets.map(({ set, command, questions, answers, references, macroF1, macroF1Halves, pearson }) => (
            <tr key={command}>
              <th scope="row">{set}</th>
              <td>{questions} questions, {answers.toLocaleString('en')} answers, {references} right answers to each question to compare with</td>
              <td>macro-F1 <span className={styles.percent}>{macroF1.toFixed(3)}</span> in halves {macroF1Halves.toFixed(3)}, Pearson {pearson.toFixed(3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>What passes there that should not:</p>
      <dl className={styles.sayings}>
        {ATTEMPTS.map(([kind, title]) => <div key={kind}><dt>{title}</dt><dd>{sets.map(({ set, references, passing }) => `${set} (${references}): ${(passing[kind] * 100).toFixed(1)} %`).join(', ')}</dd></div>)}
      </dl>
      <p>Source: {measured.source} To see the same, run <code>{sets[0]?.command}</code>.</p>
    </section>
  );
}
