import { type TemplateQuestion } from '../../api/template-queries.js';

/** A question of one's own that is only half written can be asked by nobody. */
export const isAskable = (question: TemplateQuestion): boolean =>
  question.source === 'bank' || (question.text.trim() !== '' && question.points.length > 0 && question.points.every(({ text }) => text.trim() !== ''));
