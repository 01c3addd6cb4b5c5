import { type Question } from '../bank/question.js';
import { type OwnQuestion } from './given-question.js';

/** An organisation's own question as every evaluator takes one. Nobody wrote down weak answers to it, and perhaps no good one. Knows nothing of the server. */
export function questionFrom({ id, text, kind, competencies, points, anchors, modelAnswers = [], thinkSeconds, answerSeconds }: OwnQuestion): Question {
  return {
    id, text, kind, competencies, anchors, modelAnswers, thinkSeconds, answerSeconds,
    version: 1, language: 'en', roles: [], levels: [], skills: [],
    points: points.map((point, at) => ({ id: `point-${at + 1}`, text: asInstruction(point.text), synonyms: point.synonyms, weight: 1 })),
    followUps: [],
    weakAnswers: { thin: [], offPoint: [] },
    modelOutline: points.map((point) => point.text),
  };
}

/** Advice goes on with it: "Next time, name the risk." */
function asInstruction(text: string): string {
  const open = text.replace(/[.!;:\s]+$/u, '');
  const [first = ''] = open.split(/\s/u, 1);
  // A word with a second capital or a digit is a name, and "I" stands alone.
  return /^\p{Lu}\p{Ll}+$/u.test(first) ? `${open.charAt(0).toLowerCase()}${open.slice(1)}` : open;
}
