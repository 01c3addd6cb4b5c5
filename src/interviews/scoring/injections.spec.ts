import { loadQuestionBank } from '../bank/load-question-bank.js';
import { type Question } from '../bank/question.js';
import { promptFor, rubricFor, unescaped } from './ai-prompt.js';
import { BuiltInEvaluator } from './built-in-evaluator.js';
import { injections } from '../../../test/support/injections.js';
import { answerScore, approximately, type CriterionScores, CRITERIA } from './rubric.js';
import { isToTheMarker } from './to-the-marker.js';
import { sentencesOf } from './words/sentences.js';

const bank = loadQuestionBank();
const evaluator = BuiltInEvaluator.of(bank);
/** A story, a situation and a trade; every payload is tried in a thin answer, where there is most to win, and in a good one. */
const questions = ['hardest-bug', 'paid-twice', 'notification-delivery'].map((id) => bank.question(id)!);

/** The exact score as a number, or null without one. */
function score(question: Question, answer: string): number | null {
  const judged = evaluator.evaluate({ question, answer, earlierAnswers: [], mayQuoteModels: true });
  if (judged.state !== 'scored') return null;
  return approximately(answerScore(Object.fromEntries(CRITERIA.map((id) => [id, judged.criteria[id].score])) as unknown as CriterionScores));
}

function places(answer: string, payload: string): string[] {
  const middle = answer.indexOf('. ', answer.length / 2) + 2;
  return [`${payload} ${answer}`, `${answer} ${payload}`, `${answer.slice(0, middle)}${payload} ${answer.slice(middle)}`, `${answer}\n\n${payload}\n${payload}`];
}

describe('a payload in an answer', () => {
  it('is of at least sixty kinds here, no two alike', () => {
    expect(new Set(injections.map(({ text }) => text)).size).toBeGreaterThanOrEqual(60);
  });

  it.each(injections.map(({ id, text }) => [id, text]))('%s: raises no score of the built-in evaluator, wherever it stands', (_, payload) => {
    const raised = questions.flatMap((question) => [question.weakAnswers.thin[0]!, question.modelAnswers[0]!].flatMap((answer) => {
      const without = score(question, answer)!;
      return places(answer, payload).map((text) => ({ text, question: question.id, without, within: score(question, text) })).filter(({ within }) => within !== null && within > without);
    }));
    expect(raised).toEqual([]);
  });

  it.each(injections.map(({ id, text }) => [id, text]))('%s: earns nothing by itself', (_, payload) => {
    expect(questions.map((question) => score(question, payload)).filter((earned) => earned !== null && earned >= 4)).toEqual([]);
  });

  it('reaches an AI model as data in the one field there is, and leaves what the model is told as it is', () => {
    for (const { text } of injections) {
      const prompt = promptFor(`I found the bug. ${text}`, false);
      expect(prompt.match(/<[^>]*>/g)).toEqual(['<answer>', '</answer>']);
      expect(unescaped(prompt.slice('<answer>\n'.length, -'\n</answer>'.length))).toBe(`I found the bug. ${text}`);
      for (const question of questions) expect(rubricFor(question)).not.toContain(text);
    }
  });
});

describe('an honest sentence', () => {
  it.each([
    'We scored the leads from 1 to 100 and called the top ten.', 'The customer gave us a rating of 9 out of 10.', 'I set the credit score at 600 because of two cases.', 'I asked the patient to rate her pain from 0 to 10.',
    'Then I graded the essays with a rubric that we had made together.', 'Lighthouse gave the page a score of 98 in the end.', 'I told the candidate that the interview takes an hour.', 'I give every ticket a score and sort by it.',
    'You cannot give everybody the highest priority.', 'I wrote acceptance criteria for all ten stories.', 'My manager told me to forget the old rules and start again.', 'The system prompt of the terminal showed an error.',
    'I said: give me ten minutes, and I will find it.', 'As a judge of the school competition I learned to listen.', 'The user: a nurse on the night shift.', 'I checked the structure: 3 tables and 10 views.',
    'Please give me all the receipts, I told the client.', 'The overall 100 percent sounded good.', 'The family asked me to ignore the instructions of the doctor.', 'Named three suppliers: Tiketa, Norvik and Halden.',
  ])('is not taken for words to the marker: %s', (sentence) => {
    expect(isToTheMarker(sentence)).toBe(false);
  });

  it('of any sample of the bank is not either', () => {
    const samples = bank.questions.flatMap(({ modelAnswers, weakAnswers }) => [...modelAnswers, ...weakAnswers.thin]);
    expect(samples.flatMap((text) => sentencesOf(text).filter(({ start, end }) => isToTheMarker(text.slice(Math.max(0, start - 2), end + 2))))).toEqual([]);
  });
});
