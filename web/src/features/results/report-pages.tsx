import { type ReactNode } from 'react';
import { type Report, type ReportAnswer } from '../../api/schema.js';
import { CompetencyBar } from '../../ui/competency-bar.js';
import { AnswerReview } from './answer-review.js';
import { ByPeople } from './by-people.js';
import { DeliveryPanel } from './delivery-panel.js';
import { GoalsReview } from './goals-review.js';
import { Overall } from './overall.js';
import styles from './report.module.css';
import { type PlayedHere } from './use-answer-replay.js';

interface Props {
  report: Omit<Report, 'id' | 'submittedAt' | 'scoredAt' | 'expiresAt' | 'judgedBy' | 'invited' | 'broughtFrom'> & Partial<Pick<Report, 'judgedBy' | 'invited'>>;
  /** The mark on the ruler; null as long as it is not known: then nothing is said of the overall score. */
  mark: string | null;
  /** What was recorded in this page alone, by the position of its question. */
  played?: (position: number) => PlayedHere;
  /** What follows from the overall score. */
  verdict?: ReactNode;
  /** What can be done about an answer. */
  beneath?: (answer: ReportAnswer) => ReactNode;
}

/** A scored interview, from the number down to the words it rests on and how they sounded. Asks nobody for anything. */
export function ReportPages({ report, mark, played, verdict, beneath }: Props) {
  return (
    <div className={styles.report}>
      {report.judgedBy === 'people' ? <ByPeople report={report} /> : mark !== null && <Overall report={report} mark={mark} />}
      {verdict}
      {report.goals && <GoalsReview goals={report.goals} />}
      {report.competencies.length > 0 && (
        <section aria-labelledby="competencies" className={styles.block}>
          <h2 id="competencies">Competencies</h2>
          <div className={styles.competencies}>
            {report.competencies.map(({ id, title, shown, value, anchor }) => <CompetencyBar key={id} title={title} shown={shown} value={value} anchor={anchor} />)}
          </div>
        </section>
      )}
      <section aria-labelledby="answers" className={styles.block}>
        <h2 id="answers">Your answers</h2>
        {report.answers.map((answer) => <AnswerReview key={answer.position} answer={answer} byPeople={report.judgedBy === 'people'} {...(played ? { played: played(answer.position) } : {})}>{beneath?.(answer)}</AnswerReview>)}
      </section>
      <DeliveryPanel answers={report.answers} />
    </div>
  );
}
