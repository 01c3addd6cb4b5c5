import { type QueryClient } from '@tanstack/react-query';
import { readInterview, saveAnswer } from '../../api/commands.js';
import { isProblem, NoConnectionError, ProblemError, sentenceFor } from '../../api/problem.js';
import { interviewQuery } from '../../api/queries.js';
import { type Interview, type SavedAnswer } from '../../api/schema.js';
import { type Save, type SaveOutcome, UNANSWERED } from './answer-keeper.js';

/** Requests that outlive their page may carry 64 kB; a longer answer is sent the ordinary way and stays a draft. */
const OUTLIVES_BYTES = 60_000;

/** Saves one answer and tells what became of it; what was saved is put into the interview at hand, too. */
export function saveOverHttp(queryClient: QueryClient, id: string, position: number): Save {
  return async (said, baseRevision, leavingPage) => {
    try {
      const outlive = leavingPage && new Blob([said.text]).size < OUTLIVES_BYTES;
      const { revision, savedAt } = await saveAnswer(id, position, { ...said, baseRevision }, outlive);
      put(queryClient, id, position, { ...said, revision, savedAt });
      return { kind: 'saved', revision, savedAt };
    } catch (error) {
      // Its time ran out, or whoever invited took it back: the room says which.
      if (isProblem(error, 'interviews.deadline_over')) void queryClient.invalidateQueries({ queryKey: interviewQuery(id).queryKey });
      return isProblem(error, 'interviews.answer_changed_elsewhere') ? whatStandsThere(id, position) : outcomeOf(error);
    }
  };
}

async function whatStandsThere(id: string, position: number): Promise<SaveOutcome> {
  try {
    const { questions } = await readInterview(id);
    const theirs = questions.find((question) => question.position === position)?.answer;
    return { kind: 'conflict', theirs: theirs ?? UNANSWERED };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** Whatever may pass is lost for now; a reason that stays is shown as it is. */
function outcomeOf(error: unknown): SaveOutcome {
  if (error instanceof NoConnectionError) return { kind: 'lost', says: 'no connection' };
  if (error instanceof ProblemError && (error.problem.status >= 500 || error.problem.status === 429)) return { kind: 'lost', says: 'the server cannot answer right now' };
  if (isProblem(error, 'http.sign_in_first')) return { kind: 'signed_out' };
  return { kind: isProblem(error, 'interviews.deadline_over') ? 'ended' : 'refused', says: sentenceFor(error) };
}

function put(queryClient: QueryClient, id: string, position: number, answer: SavedAnswer): void {
  queryClient.setQueryData(interviewQuery(id).queryKey, (interview: Interview | undefined) => interview && {
    ...interview,
    questions: interview.questions.map((question) => (question.position === position ? { ...question, answer } : question)),
  });
}
