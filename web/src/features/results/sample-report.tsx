import { type CriterionMark } from '../../api/schema.js';
import { CompetencyBar } from '../../ui/competency-bar.js';
import { ScoreRuler } from '../../ui/score-ruler.js';
import { MarkedAnswer } from './marked-answer.js';
import styles from './report.module.css';

const text = 'The checkout failed for one customer in forty. I compared the failing requests with good ones and saw that all of them carried an expired token. '
  + 'We made the client renew the token a minute early, and failures fell from 2.5\u00a0% to 0.02\u00a0% within a day.';

const quoting = (quoted: string): CriterionMark['quotes'] => [{ start: text.indexOf(quoted), end: text.indexOf(quoted) + quoted.length, text: quoted }];

const criteria: CriterionMark[] = [
  { id: 'reasoning', title: 'Reasoning', score: 71, reason: 'You say how the cause was found.', quotes: quoting('I compared the failing requests with good ones') },
  { id: 'specificity', title: 'Specificity', score: 86, reason: 'You give figures from before and after.', quotes: quoting('failures fell from 2.5\u00a0% to 0.02\u00a0% within a day') },
];

/** A piece of a report, drawn by the same parts as a real one. */
export function SampleReport() {
  return (
    <figure className={styles.sample} aria-label="Sample of a report">
      <figcaption className={styles.kicker}>A piece of a report. The answer is made up; the page is the one you get.</figcaption>
      <ScoreRuler shown="7.42" mark="7.5" label="Score of the sample" />
      <MarkedAnswer scope="the sample" text={text} criteria={criteria}>
        <CompetencyBar title="Problem solving" shown="7.42" value={7.42} anchor="Finds the cause with some method, but checks little afterwards." />
      </MarkedAnswer>
    </figure>
  );
}
