import { QuestionBank } from '../../../../src/interviews/bank/question-bank.js';
import { type Competency, type Question, type Role } from '../../../../src/interviews/bank/question.js';

const only = <T>(files: Record<string, T>): T => {
  const [content] = Object.values(files);
  if (content === undefined) throw new Error('A file of the question bank is missing.');
  return content;
};

/** The question bank that the server asks from, in the browser. It was validated when it was written: the server refuses to start with another. */
export const bank = new QuestionBank({
  roles: only(import.meta.glob<Role[]>('../../../../src/interviews/bank/roles.yaml', { eager: true, import: 'default' })),
  competencies: only(import.meta.glob<Competency[]>('../../../../src/interviews/bank/competencies.yaml', { eager: true, import: 'default' })),
  questions: Object.values(import.meta.glob<Question>('../../../../src/interviews/bank/questions/*.yaml', { eager: true, import: 'default' })),
});
