import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { startInterview } from '../../api/commands.js';
import { type CertificateStanding as Standing } from '../../api/generated/index.js';
import { interviewQuery, interviewsQuery, policyQuery } from '../../api/queries.js';
import { standingQuery } from '../../api/standing-queries.js';
import { type Interview } from '../../api/schema.js';
import { count } from '../../lib/format.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Failure } from '../../ui/failure.js';
import styles from './report.module.css';
import { whyNot } from './why-not.js';

interface Props {
  id: string;
  onStarted: (interview: Interview) => void;
}

/** Whether this interview earns a certificate; what it missed, and what to practise next. */
export function CertificateStanding({ id, onStarted }: Props) {
  const standing = useQuery(standingQuery(id));
  if (!standing.data) return standing.isError ? <Failure title="Whether this interview earns a certificate could not be read." error={standing.error} /> : null;
  const { fit, why, overall, seen, weakest } = standing.data;
  return (
    <section aria-labelledby="certificate" className={styles.standing}>
      <h2 id="certificate">{fit ? 'This interview earns a certificate' : 'No certificate for this interview'}</h2>
      {fit && (
        <>
          <p>{overall} is above the mark. A certificate says so with your name, the role, your scores and who judged them, and anybody can check it. You see what it shows, and decide who sees it, before it is made.</p>
          <div><ButtonLink to="/interviews/$id/certificate" params={{ id }}>Look at your certificate</ButtonLink></div>
        </>
      )}
      {!fit && (why.length === 1 ? <p>{whyNot(standing.data)[0]}</p> : <ul>{whyNot(standing.data).map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>)}
      {seen.length > 0 && (
        <details>
          <summary>{seen.length === 1 ? 'Which question that is' : 'Which questions these are'}</summary>
          <ul>{seen.map((question) => <li key={question}>{question}</li>)}</ul>
        </details>
      )}
      {weakest && why.includes('not_above') && <Weakest weakest={weakest} onStarted={onStarted} />}
    </section>
  );
}

function Weakest({ weakest: { competencyId, title, score, roleId, levelId }, onStarted }: { weakest: NonNullable<Standing['weakest']>; onStarted: Props['onStarted'] }) {
  const queryClient = useQueryClient();
  const { data: policy } = useQuery(policyQuery);
  const start = useMutation({
    mutationFn: startInterview,
    onSuccess: (interview) => {
      queryClient.setQueryData(interviewQuery(interview.id).queryKey, interview);
      void queryClient.invalidateQueries({ queryKey: interviewsQuery.queryKey });
      onStarted(interview);
    },
  });
  return (
    <>
      <p>What held you back most is <strong>{title.toLowerCase()}</strong>: {score} of 10.</p>
      {policy && (
        <div>
          <Button variant="default" loading={start.isPending || start.isSuccess} onClick={() => start.mutate({ roleId, levelId, competencyId, mode: 'coach', questionCount: policy.limits.minQuestions })}>
            Practise {title.toLowerCase()} in {count(policy.limits.minQuestions, 'question')}
          </Button>
        </div>
      )}
      {start.isError && <Failure title="The interview was not started." error={start.error} />}
    </>
  );
}
