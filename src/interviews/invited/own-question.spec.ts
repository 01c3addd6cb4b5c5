import { loadQuestionBank } from '../bank/load-question-bank.js';
import { type Question } from '../bank/question.js';
import { BuiltInEvaluator } from '../scoring/built-in-evaluator.js';
import { freshAnswers } from '../scoring/fixtures/data-analyst.fixture.js';
import { freshAnswers as others } from '../scoring/fixtures/shared-judgement.fixture.js';
import { rubricFor } from '../scoring/ai-prompt.js';
import { answerScore, approximately, type CriterionScores } from '../scoring/rubric.js';
import { faultsOf } from './invited-questions.js';
import { type OwnQuestion } from './given-question.js';
import { questionFrom } from './own-question.js';

const bank = loadQuestionBank();
const evaluator = BuiltInEvaluator.of(bank);

function scoreOf(question: Question, answer: string): number {
  const evaluation = evaluator.evaluate({ question, answer, earlierAnswers: [] });
  if (evaluation.state !== 'scored') throw new Error(evaluation.state);
  return approximately(answerScore(Object.fromEntries(Object.entries(evaluation.criteria).map(([name, { score }]) => [name, score])) as unknown as CriterionScores));
}

const LOST_PARCEL: OwnQuestion = {
  id: '0193fd6e-7e50-7000-8000-000000000001',
  text: 'A customer of our bakery calls because a wedding cake was not delivered. The wedding starts in two hours. What do you do?',
  kind: 'situational', competencies: ['problem-solving'], thinkSeconds: 30, answerSeconds: 120,
  points: [
    { text: 'Calm the customer and say when you will call back', synonyms: ['stay calm', 'apologise', 'call you back', 'in ten minutes', 'listen to her', 'I am sorry'] },
    { text: 'Find out where the cake is', synonyms: ['call the driver', 'where the van is', 'track the delivery', 'ask the courier', 'look up the route', 'phone the driver'] },
    { text: 'Have a second cake ready', synonyms: ['replacement cake', 'from the shop window', 'another cake', 'bake a smaller one', 'send a colleague', 'taxi'] },
    { text: 'Make sure it does not happen again', synonyms: ['afterwards', 'what went wrong', 'checklist', 'talk to the driver', 'refund', 'next time'] },
  ],
  anchors: { 1: 'Says sorry.', 3: 'Finds the cake.', 5: 'Finds it, has a second one ready, and learns from it.' },
};
const GOOD = `First I stay calm and listen to her, I say I am sorry and that I will call her back in ten minutes. Then I phone the driver and ask where the van is. At Brot und Butter in Bremen a van stood in a traffic jam with four cakes, so I asked a colleague to bring another cake by taxi from the shop window, because I did not want to rely on the van alone. It arrived 25 minutes before the wedding. Afterwards I talked to the driver about what went wrong, gave her a refund of 80 euros, and we have had a checklist since.`;
const THIN = `I would try to help the customer as well as I can, because a wedding is an important day. I would ask somebody where the cake is, and then I would hope that it arrives in time. If not, we would have to find some solution together with my boss, maybe there is another cake somewhere.`;
const OFF_POINT = `In my free time I play the trumpet in a brass band. We rehearse every Thursday in an old school, and last summer we travelled to Austria for a festival with 40 other bands. I learned the trumpet when I was nine years old, from my uncle Karl, who was a very patient man.`;

describe('an organisation’s own question, to which nobody wrote samples', () => {
  const own = questionFrom(LOST_PARCEL);

  it('puts a good answer clearly above a thin one, and one off the point below 4', () => {
    const [good, thin, off] = [GOOD, THIN, OFF_POINT].map((answer) => scoreOf(own, answer));
    expect(good).toBeGreaterThan(7);
    expect(good! - thin!).toBeGreaterThan(1.5);
    expect(off).toBeLessThan(4);
    expect(off).toBeLessThan(thin!);
  });

  it('gives nothing for its text said back, nor for its points read out', () => {
    expect(scoreOf(own, own.text)).toBeLessThan(1.5);
    expect(scoreOf(own, LOST_PARCEL.points.map(({ text }) => `${text}.`).join(' '))).toBeLessThan(4);
  });

  it('tells good from thin for questions of the bank that keep six phrases of each point and no samples', () => {
    const rows = Object.entries({ ...freshAnswers, ...others }).filter((_, at) => at % 2 === 0).map(([id, answers]) => {
      const { text, kind, competencies, anchors, points } = bank.question(id)!;
      const question = questionFrom({ id, text, kind, competencies, anchors, thinkSeconds: 30, answerSeconds: 120, points: points.map((point) => ({ text: point.text, synonyms: point.synonyms.slice(0, 6) })) });
      return { good: scoreOf(question, answers.good), thin: scoreOf(question, answers.thin), poor: scoreOf(question, answers.poor), echo: scoreOf(question, text) };
    });
    const mean = (of: keyof (typeof rows)[number]): number => rows.reduce((sum, row) => sum + row[of], 0) / rows.length;
    expect(mean('good')).toBeGreaterThan(mean('thin') + 1);
    expect(rows.filter(({ poor }) => poor >= 4)).toEqual([]);
    expect(rows.filter(({ echo }) => echo > 1.5)).toEqual([]);
  });
});

it('gives an AI evaluator the points and anchors of an organisation’s own question, and nothing of anybody', () => {
  const rubric = rubricFor(questionFrom(LOST_PARCEL));
  expect(rubric).toContain('- point-2: find out where the cake is');
  expect(rubric).toContain(LOST_PARCEL.anchors[5]);
});

describe('questions that are given to somebody', () => {
  it('are fit when each is known, asked once, and every competency is asked about', () => {
    const given = { source: 'own' as const, ...LOST_PARCEL };
    expect(faultsOf(bank, [given, { source: 'bank', questionId: 'hardest-bug' }], ['problem-solving'])).toEqual([]);
    expect(faultsOf(bank, [given, given, { source: 'bank', questionId: 'gone' }, { ...given, id: '0193fd6e-7e50-7000-8000-000000000002', competencies: ['juggling'] }], ['problem-solving', 'ownership', 'juggling'])).toEqual([
      'There is no competency called “juggling”.',
      `No question asks about ${bank.competencyTitle('ownership')}.`,
      'Question 3 is not in the question bank any more.',
      'Question 4 is about “juggling”, which is no competency.',
      'Question 2 is asked before, as question 1.',
    ]);
  });
});
