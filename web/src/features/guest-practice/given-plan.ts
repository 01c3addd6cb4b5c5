import { givenAsked } from '../../../../src/interviews/invited/invited-questions.js';
import { levelTitle } from '../../../../src/interviews/level-title.js';
import { remember } from './asked.js';
import { bank } from './bank.js';
import { type Plan, type Script } from './examiner-words.js';

/** The questions of an interview that somebody else has put together, in their order; what has left the bank is left out. */
export function givenPlan({ roleTitle, levelId, competencies: wanted, questions }: Script): Plan {
  const asks = questions.flatMap((given) => givenAsked(bank, given) ?? []).map((question) => {
    const counted = question.competencies.filter((id) => wanted.includes(id));
    return counted.length > 0 ? { ...question, competencies: counted } : question;
  });
  for (const question of asks) remember(question);
  return {
    roleTitle, levelTitle: levelTitle(levelId),
    questions: asks.map(({ id, text, competencies, thinkSeconds, answerSeconds }, index) => ({
      position: index + 1, questionId: id, text, competencies: competencies.map((each) => bank.competencyTitle(each)), thinkSeconds, answerSeconds, follows: null, takesUp: null,
    })),
  };
}
