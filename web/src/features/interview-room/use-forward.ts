import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { askFollowUp } from '../../api/commands.js';
import { knowNow } from '../../api/know-now.js';
import { interviewQuery } from '../../api/queries.js';
import { type Interview, type InterviewQuestion } from '../../api/schema.js';
import { type RoomAnswers } from './room-answers.js';
import { type RoomState } from './use-room.js';

/** Goes on from a question: to a follow-up where there is no help and something to come back to, else to the next one, and from the last to the check. */
export function useForward({ interview, answers, scribe }: Pick<RoomState, 'interview' | 'answers' | 'scribe'>, onGo: (place: number | 'review') => void) {
  const queryClient = useQueryClient();
  const { questions } = interview;
  const after = (position: number): number | 'review' => {
    const next = questions.findIndex((question) => question.position === position) + 1;
    return questions[next]?.position ?? 'review';
  };
  return useMutation({
    mutationFn: async (question: InterviewQuestion): Promise<number | 'review'> => {
      const { position } = question;
      // What one comes back to is what was said: its words must be there.
      if (interview.mode === 'live') await scribe.settled(position);
      const followed = await withFollowUp(queryClient, interview, answers, question);
      return followed?.questions.find((other) => other.follows === position)?.position ?? after(position);
    },
    onSuccess: onGo,
    // A follow-up that could not be asked for is nobody's loss: the interview goes on.
    onError: (_error, { position }) => onGo(after(position)),
  });
}

/** The interview with a follow-up to this question, where there is no help and something to come back to; null where none is asked for. */
export async function withFollowUp(queryClient: QueryClient, { id, mode, questions }: Pick<Interview, 'id' | 'mode' | 'questions'>, answers: RoomAnswers, { position, follows }: InterviewQuestion): Promise<Interview | null> {
  const keeper = answers.at(position);
  const mayFollow = mode === 'live' && follows === null && questions.every((other) => other.follows !== position) && keeper.read().text.trim() !== '';
  if (!mayFollow || !(await keeper.flush())) return null;
  const interview = await askFollowUp(id, position);
  answers.adopt(interview.questions);
  // Else a page that was being read meanwhile would take the question away again that one is about to be shown.
  await knowNow(queryClient, interviewQuery(id).queryKey, interview);
  return interview;
}
