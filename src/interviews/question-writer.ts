import { type Question } from './bank/question.js';
import { type PointResult } from './scoring/evaluation.js';
import { type FollowUp, followUpTo } from './scoring/follow-up.js';

/** What an interview is for, as far as its questions may speak of it. Nothing in it says who somebody is. */
export interface Occasion {
  readonly roleTitle: string;
  readonly level: string;
  readonly jobDescription: string | null;
  /** Of the resume: the skills it shows, the titles of jobs, and the years at work. */
  readonly skills: readonly string[];
  readonly titles: readonly string[];
  readonly years: number | null;
}

/** A question that was answered, and the points its answer makes or does not. */
export interface Answered {
  readonly question: Question;
  /** In the words it was asked. */
  readonly asked: string;
  readonly answer: string;
  readonly points: readonly Pick<PointResult, 'id' | 'covered'>[];
}

/** Whoever says questions. What a question asks for is the bank's in any case, so that every evaluator can judge the answer. */
export interface QuestionWriter {
  /** `provider/model`; null for the bank's own words. */
  readonly name: string | null;
  /** One for each question in its order; null where the bank's own words are the best. */
  word(questions: readonly Question[], occasion: Occasion): Promise<readonly (string | null)[]>;
  /** What to come back to; null when there is nothing. */
  followUp(answered: Answered): Promise<FollowUp | null>;
}

/** Says what the bank says. */
export const bankWriter: QuestionWriter = {
  name: null,
  word: (questions) => Promise.resolve(questions.map(() => null)),
  followUp: ({ question, answer, points }) => Promise.resolve(followUpTo(question, answer, points)),
};
