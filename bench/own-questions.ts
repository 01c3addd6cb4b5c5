import { readdirSync } from 'node:fs';
import { loadQuestionBank } from '../src/interviews/bank/load-question-bank.js';
import { questionFrom } from '../src/interviews/invited/own-question.js';
import { type FreshAnswersById } from '../src/interviews/scoring/fixtures/fresh-answers.fixture.js';
import { BuiltInEvaluator } from '../src/interviews/scoring/built-in-evaluator.js';
import { answerScore, approximately, CRITERIA, type CriterionScores } from '../src/interviews/scoring/rubric.js';

/**
 * How fairly the built-in evaluator judges a question an organisation wrote itself: every question of the bank as if it were
 * one, with so many phrases of each point and without samples, and three answers to it that are none of its samples.
 */
const PHRASES = [18, 10, 6, 4, 3, 1];

const bank = loadQuestionBank();
const evaluator = new BuiltInEvaluator(bank);
const folder = new URL('../src/interviews/scoring/fixtures/', import.meta.url);
const modules = await Promise.all(readdirSync(folder).map((name) => import(new URL(name, folder).href) as Promise<{ freshAnswers?: FreshAnswersById }>));
const fresh = modules.flatMap(({ freshAnswers = {} }) => Object.entries(freshAnswers));

for (const phrases of PHRASES) {
  const rows = fresh.flatMap(([id, { good, thin, poor }]) => {
    const known = bank.question(id);
    if (!known) return [];
    const question = questionFrom({ ...known, points: known.points.map(({ text, synonyms }) => ({ text, synonyms: synonyms.slice(0, phrases) })), modelAnswers: [] });
    const [a, b, c] = [good, thin, poor].map((answer) => score(question, answer));
    return [{ good: a ?? 0, thin: b ?? 0, poor: c ?? 0 }];
  });
  const inOrder = rows.filter(({ good, thin }) => good > thin).length;
  const off = rows.filter(({ poor }) => poor < 4).length;
  console.log(`${phrases} phrases a point: good above thin ${inOrder} of ${rows.length}, off the point below 4 ${off} of ${rows.length}; medians ${median(rows.map(({ good }) => good))} good, ${median(rows.map(({ thin }) => thin))} thin, ${median(rows.map(({ poor }) => poor))} off the point`);
}

function score(question: Parameters<BuiltInEvaluator['evaluate']>[0]['question'], answer: string): number {
  const evaluation = evaluator.evaluate({ question, answer, earlierAnswers: [] });
  if (evaluation.state !== 'scored') return 0;
  return approximately(answerScore(Object.fromEntries(CRITERIA.map((criterion) => [criterion, evaluation.criteria[criterion].score])) as CriterionScores));
}

function median(values: readonly number[]): string {
  return ([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(2);
}
