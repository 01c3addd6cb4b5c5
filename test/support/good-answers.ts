import { readdirSync } from 'node:fs';
import { type FreshAnswersById } from '../../src/interviews/scoring/fixtures/fresh-answers.fixture.js';
import { PARAPHRASED_GOOD, UNSEEN_GOOD } from '../../src/interviews/scoring/sample-answers.fixture.js';

const FOLDER = new URL('../../src/interviews/scoring/fixtures/', import.meta.url);

/** A good answer to a question of the bank in words of its own: a model answer of the bank would count as copied. */
export async function goodAnswerTo(questionId: string): Promise<string> {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.fixture.ts'))) {
    const { freshAnswers } = await import(new URL(name, FOLDER).href) as { freshAnswers?: FreshAnswersById };
    const fresh = freshAnswers?.[questionId];
    if (fresh) return fresh.good;
  }
  const found = [...PARAPHRASED_GOOD, ...UNSEEN_GOOD].find(({ question }) => question === questionId);
  if (!found) throw new Error(`There is no good answer to ${questionId}`);
  return found.answer;
}
