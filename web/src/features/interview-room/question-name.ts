import { type InterviewQuestion } from '../../api/schema.js';

/** "Question 2", "Follow-up to question 2". */
export const nameOf = ({ position, follows }: Pick<InterviewQuestion, 'position' | 'follows'>): string =>
  (follows === null ? `Question ${position}` : `Follow-up to question ${follows}`);
