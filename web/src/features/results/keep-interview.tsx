import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { keepInterview, letInterviewGo } from '../../api/commands.js';
import { interviewQuery, interviewsQuery, policyQuery, reportQuery } from '../../api/queries.js';
import { Failure } from '../../ui/failure.js';

/** Keeps the interview beyond its day, or gives it one again. Not offered where the policy lets every interview end. */
export function KeepInterview({ id, kept }: { id: string; kept: boolean }) {
  const queryClient = useQueryClient();
  const { data: policy } = useQuery(policyQuery);
  const change = useMutation({
    mutationFn: () => (kept ? letInterviewGo(id) : keepInterview(id)),
    onSuccess: (interview) => {
      queryClient.setQueryData(interviewQuery(id).queryKey, interview);
      void queryClient.invalidateQueries({ queryKey: interviewsQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: reportQuery(id).queryKey });
    },
  });
  if (!policy?.pins.interviewResults && !kept) return null;
  return (
    <>
      <Button variant="subtle" size="compact-md" loading={change.isPending} onClick={() => change.mutate()}>
        {kept ? 'Let it be deleted again' : 'Keep it until I delete it'}
      </Button>
      {change.isError && <Failure title={kept ? 'It is kept as before.' : 'It is not kept.'} error={change.error} />}
    </>
  );
}
