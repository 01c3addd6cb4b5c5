import { type QuestionBank } from './bank/question-bank.js';
import { type Role } from './bank/question.js';
import { levelTitle } from './level-title.js';

/** A role as people choose it. Knows nothing of the server, so that a guest's browser can show one, too. */
export function roleView(bank: QuestionBank, { id, title, levels, competencies }: Role) {
  return {
    id,
    title,
    levels: levels.map((level) => ({ id: level, title: levelTitle(level) })),
    competencies: competencies.map((competency) => ({ id: competency, title: bank.competencyTitle(competency) })),
  };
}
