import { loadQuestionBank } from '../../bank/load-question-bank.js';
import { type Question } from '../../bank/question.js';
import { BuiltInEvaluator } from '../built-in-evaluator.js';
import { listCeiling } from '../guards.js';
import { type MarkedQuestion } from './answer-set.js';

/** The bank is read once, however many sets are measured. */
const evaluator = BuiltInEvaluator.of(loadQuestionBank());

/**
 * The evaluator that scores interviews, bank and all, asked the questions of a set. Measured is the relevance criterion
 * before its calibration: each reference is a point, and an answer is worth what it makes of the best one. What an
 * interview adds and a set has no data for: weak samples to calibrate on, synonyms, and the ceiling over short answers.
 */
export class SetEvaluator {
  readonly #questions: readonly Question[];

  constructor(questions: readonly MarkedQuestion[]) {
    this.#questions = questions.map(asBankQuestion);
  }

  get version(): string {
    return evaluator.version;
  }

  /** From 0 (nothing of it, a list, or no English) to about 1. */
  measure(index: number, answer: string): number {
    const question = this.#questions[index];
    if (question === undefined) throw new RangeError(`There is no question ${index}.`);
    if (evaluator.withoutJudging(answer) !== null) return 0;
    const { fresh, overlap } = evaluator.measure({ question, answer, earlierAnswers: [], mayQuoteModels: true });
    return listCeiling(fresh) === null ? Math.max(0, ...overlap.points.map(({ raw }) => raw)) : 0;
  }
}

function asBankQuestion({ question, references }: MarkedQuestion, index: number): Question {
  return {
    id: `question-${index}`, version: 1, language: 'en', kind: 'technical', text: question, competencies: [], roles: [], levels: [], skills: [],
    points: references.map((text, at) => ({ id: `reference-${at}`, text, synonyms: [], weight: 1 })),
    anchors: { 1: '', 3: '', 5: '' }, followUps: [], modelAnswers: [], weakAnswers: { thin: [], offPoint: [] }, modelOutline: [], thinkSeconds: 1, answerSeconds: 1,
  };
}
