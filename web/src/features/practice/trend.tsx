import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { policyQuery, trendQuery } from '../../api/queries.js';
import { type Interview, type PracticeTrend } from '../../api/schema.js';
import { count } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './trend.module.css';
import { TrendLine } from './trend-line.js';
import { TrendTable } from './trend-table.js';
import { useStartInterview } from './use-start-interview.js';

/** How one fares, competency by competency. It shows nothing before there is a first score. */
export function Trend({ onStarted }: { onStarted: (interview: Interview) => void }) {
  return (
    <Loaded query={useQuery(trendQuery)} failed="How you fare could not be read." skeleton={<Skeleton height={160} mb={48} />}>
      {({ competencies, weakest }) => (competencies.length === 0 ? null : (
        <section aria-labelledby="trend" className={styles.trend}>
          <h2 id="trend">How you fare</h2>
          {weakest && <Weakest weakest={weakest} onStarted={onStarted} />}
          <ul className={styles.lines}>{competencies.map((competency) => <TrendLine key={competency.id} competency={competency} />)}</ul>
          <p className={styles.soft}>Each line runs from 0 at the bottom to 10 at the top; the interview you submitted last is on the right.</p>
          <TrendTable competencies={competencies} />
        </section>
      ))}
    </Loaded>
  );
}

function Weakest({ weakest, onStarted }: { weakest: NonNullable<PracticeTrend['weakest']>; onStarted: (interview: Interview) => void }) {
  const { data: policy } = useQuery(policyQuery);
  const start = useStartInterview(onStarted);
  const { id, title, shown, interviews, roleId, levelId } = weakest;
  const questionCount = policy?.limits.minQuestions ?? null;
  return (
    <div className={styles.weakest}>
      <p>
        Your weakest competency is <strong>{title.toLowerCase()}</strong>: {shown} of 10 on average{interviews > 1 ? ` over the last ${count(interviews, 'interview')} that asked about it` : ''}.
      </p>
      {questionCount !== null && (
        <div>
          <Button variant="default" loading={start.isPending || start.isSuccess} onClick={() => start.mutate({ roleId, levelId, questionCount, competencyId: id, mode: 'coach' })}>
            Practise {title.toLowerCase()} in {count(questionCount, 'question')}
          </Button>
        </div>
      )}
      <p className={styles.soft}>For {weakest.roleTitle}, {weakest.levelTitle}, with a coach.</p>
      {start.isError && <Failure title="The interview was not started." error={start.error} />}
    </div>
  );
}
