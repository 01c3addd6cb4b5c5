import { useMutation, useQueryClient } from '@tanstack/react-query';
import { askFollowUp } from '../../api/commands.js';
import { interviewQuery } from '../../api/queries.js';
import { type Interview, type InterviewQuestion } from '../../api/schema.js';
import { type RoomAnswers } from './room-answers.js';

/** Goes on from a question: to a follow-up where there is no help and something to come back to, else to the next one, and from the last to the check. */
export function useForward({ id, mode, questions }: Interview, answers: RoomAnswers, onGo: (place: number | 'review') => void) {
  const queryClient = useQueryClient();
  const after = (position: number): number | 'review' => {
    const next = questions.findIndex((question) => question.position === position) + 1;
    return questions[next]?.position ?? 'review';
  };
  return useMutation({
    mutationFn: async (question: InterviewQuestion): Promise<number | 'review'> => {
      const { position, follows } = question;
      const keeper = answers.at(position);
      const mayFollow = mode === 'live' && follows === null && questions.every((other) => other.follows !== position) && keeper.read().text.trim() !== '';
      if (!mayFollow || !(await keeper.flush())) return after(position);
      const interview = await askFollowUp(id, position);
      answers.adopt(interview.questions);
      queryClient.setQueryData(interviewQuery(id).queryKey, interview);
      return interview.questions.find((other) => other.follows === position)?.position ?? after(position);
    },
    onSuccess: onGo,
    // A follow-up that could not be asked for is nobody's loss: the interview goes on.
    onError: (_error, { position }) => onGo(after(position)),
  });
}
