import { type QuestionBank } from './bank/question-bank.js';
import { type Role } from './bank/question.js';
import { type RolesView } from './interviews.dto.js';
import { levelTitle } from './level-title.js';

/** A role as people choose it. */
export function roleView(bank: QuestionBank, { id, title, levels, competencies }: Role): RolesView['roles'][number] {
  return {
    id,
    title,
    levels: levels.map((level) => ({ id: level, title: levelTitle(level) })),
    competencies: competencies.map((competency) => ({ id: competency, title: bank.competencyTitle(competency) })),
  };
}
