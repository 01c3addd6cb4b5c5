import { useMutation, useQueryClient } from '@tanstack/react-query';
import { standingQuery } from '../../api/billing-queries.js';
import { startInterview } from '../../api/commands.js';
import { interviewQuery, interviewsQuery } from '../../api/queries.js';
import { type Interview } from '../../api/schema.js';

/** Starts an interview and leads into it. */
export function useStartInterview(onStarted: (interview: Interview) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: startInterview,
    onSuccess: (interview) => {
      queryClient.setQueryData(interviewQuery(interview.id).queryKey, interview);
      void queryClient.invalidateQueries({ queryKey: interviewsQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: standingQuery.queryKey });
      onStarted(interview);
    },
  });
}
