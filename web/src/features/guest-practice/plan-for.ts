import { planQuestions } from '../../../../src/interviews/bank/planner.js';
import { levelTitle } from '../../../../src/interviews/level-title.js';
import { bank } from './bank.js';
import { type Plan, type Wish } from './examiner-words.js';

/** The questions of an interview, chosen as the server chooses them; `seen` were asked in this page before, the oldest first. */
export async function planFor({ roleId, levelId, questionCount, jobDescription, resume }: Wish, seen: readonly string[]): Promise<Plan> {
  // Fetched by everybody: asked for by need, it would tell who gave a text.
  const { skillsNamedIn } = await import('./skills.js');
  const lastAsked = new Map(seen.map((id, index) => [id, index]));
  const questions = planQuestions({ bank, roleId, level: levelId, count: questionCount, skills: skillsNamedIn(resume), wanted: skillsNamedIn(jobDescription), sought: [], lastAsked, competencyId: null, seed: String(Math.random()) });
  if (questions.length === 0) throw new Error(`There is no question for ${roleId}.`);
  return {
    roleTitle: bank.role(roleId)?.title ?? roleId,
    levelTitle: levelTitle(levelId),
    questions: questions.map(({ id, text, competencies, thinkSeconds, answerSeconds }, index) => ({
      position: index + 1, questionId: id, text, competencies: competencies.map((each) => bank.competencyTitle(each)), thinkSeconds, answerSeconds, follows: null, takesUp: null,
    })),
  };
}
