import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../api/queries.js';
import { type Report } from '../../api/schema.js';
import { CompetencyBar } from '../../ui/competency-bar.js';
import { Loaded } from '../../ui/loaded.js';
import { AnswerReview } from './answer-review.js';
import { Attempts } from './attempts.js';
import { GoalsReview } from './goals-review.js';
import { Overall } from './overall.js';
import styles from './report.module.css';
import { ReportSkeleton } from './report-skeleton.js';

/** A scored interview, from the number down to the words it rests on. */
export function ReportView({ report }: { report: Report }) {
  const policy = useQuery(policyQuery);
  return (
    <div className={styles.report}>
      <Loaded query={policy} failed="The mark on the ruler could not be read." skeleton={<ReportSkeleton />}>
        {({ certificateAbove }) => <Overall report={report} mark={certificateAbove} />}
      </Loaded>
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
        {report.answers.map((answer) => <AnswerReview key={answer.position} answer={answer}><Attempts id={report.id} answer={answer} /></AnswerReview>)}
      </section>
    </div>
  );
}
