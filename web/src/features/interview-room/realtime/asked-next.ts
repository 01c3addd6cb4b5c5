import { type InterviewQuestion } from '../../../api/schema.js';
import { type RoomAnswers } from '../room-answers.js';
import { type Ask } from './talk-messages.js';

/** Whether a question still waits for an answer: nothing stands there, and nothing is recorded that could be written down. */
export const isOpen = ({ position, recording }: InterviewQuestion, answers: RoomAnswers): boolean => recording === null && answers.at(position).read().text.trim() === '';

/** The next question behind a position that waits for an answer; null behind the last. */
export function openBehind(position: number, questions: readonly InterviewQuestion[], answers: RoomAnswers): InterviewQuestion | null {
  const at = questions.findIndex((question) => question.position === position);
  return questions.slice(at + 1).find((question) => isOpen(question, answers)) ?? null;
}

/** A question as an interviewer is given it. */
export function askOf({ position, follows, text }: InterviewQuestion, questions: readonly InterviewQuestion[]): Ask {
  return { position, number: follows ?? position, of: questions.filter((question) => question.follows === null).length, text, isFollowUp: follows !== null };
}
