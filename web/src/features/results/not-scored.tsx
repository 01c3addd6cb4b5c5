import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { scoreAgain } from '../../api/commands.js';
import { interviewQuery, reportQuery } from '../../api/queries.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import styles from './report.module.css';

/** No number is better than a made-up one: why there is none, and the way to try again. */
export function NotScored({ id }: { id: string }) {
  const queryClient = useQueryClient();
  const { data: report } = useQuery({ ...reportQuery(id), retry: false });
  const again = useMutation({
    mutationFn: () => scoreAgain(id),
    onSuccess: (interview) => queryClient.setQueryData(interviewQuery(id).queryKey, interview),
  });
  const reasons = (report?.answers ?? []).filter(({ state, message }) => state === 'not_scored' && message !== null);
  return (
    <div className={styles.scoring}>
      <Notice kind="warning" title="This interview was not scored">
        <p>There was no way to give it a fair number, so it carries none. Your answers are kept.</p>
        {reasons.length > 0 && <ul className={styles.advice}>{reasons.map(({ position, message }) => <li key={position}>Question {position}: {message}</li>)}</ul>}
      </Notice>
      {again.isError && <Failure title="Scoring was not started." error={again.error} />}
      <div><Button loading={again.isPending} onClick={() => again.mutate()}>Try again</Button></div>
    </div>
  );
}
