import { loadQuestionBank } from '../bank/load-question-bank.js';
import { QuestionBank } from '../bank/question-bank.js';
import { BuiltInEvaluator } from './built-in-evaluator.js';
import { type Evaluation, type ScoredEvaluation } from './evaluation.js';
import { answerScore, CRITERIA, type CriterionScores, isAbove } from './rubric.js';
import { GERMAN, GIBBERISH, PARAPHRASED_GOOD, PAYLOADS, SPANISH, UNPUNCTUATED, UNSEEN_GOOD } from './sample-answers.fixture.js';

const bank = loadQuestionBank();
const evaluator = BuiltInEvaluator.of(bank);
const found = bank.question('hardest-bug');
if (found === null) throw new Error('hardest-bug is missing');
const question = found;
const [model = ''] = question.modelAnswers;

const judge = (answer: string, earlierAnswers: readonly string[] = []): Evaluation => evaluator.evaluate({ question, answer, earlierAnswers, mayQuoteModels: true });

function scored(answer: string, earlierAnswers: readonly string[] = []): ScoredEvaluation {
  const evaluation = judge(answer, earlierAnswers);
  if (evaluation.state !== 'scored') throw new Error(evaluation.state);
  return evaluation;
}

function scoresOf({ criteria }: ScoredEvaluation): CriterionScores {
  return Object.fromEntries(CRITERIA.map((criterion) => [criterion, criteria[criterion].score])) as unknown as CriterionScores;
}

const isBelow4 = (evaluation: ScoredEvaluation): boolean => !isAbove(answerScore(scoresOf(evaluation)), '3.99');

describe('what a candidate gets', () => {
  it('five integers, each with a reason and words of the answer, and advice in the second person', () => {
    const answers = [model, UNPUNCTUATED, ...bank.questions.flatMap(({ weakAnswers }) => [...weakAnswers.thin, ...weakAnswers.offPoint]), 'Short.', question.text];
    for (const answer of answers) {
      const { criteria, points, advice } = scored(answer);
      for (const criterion of CRITERIA) {
        const { score, reason, quotes } = criteria[criterion];
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
        expect(reason).toMatch(/^[A-Z].*\.$/);
        expect(quotes.length).toBeGreaterThan(0);
        for (const { start, end, text } of quotes) expect(answer.slice(start, end)).toBe(text);
      }
      expect(points.map(({ id }) => id)).toEqual(question.points.map(({ id }) => id));
      for (const { quote } of points) if (quote !== undefined) expect(answer.slice(quote.start, quote.end)).toBe(quote.text);
      expect(advice.every((line) => /^[A-Z].*\.$/.test(line) && line.split(' ').length < 25)).toBe(true);
    }
  });

  it('the same result for the same answer', () => {
    expect(new BuiltInEvaluator(bank).evaluate({ question, answer: model, earlierAnswers: [], mayQuoteModels: true })).toEqual(judge(model));
  });

  it('advice about the points that were missing', () => {
    const [thin = ''] = question.weakAnswers.thin;
    const { points, advice } = scored(thin);
    const missing = question.points.filter(({ id }) => points.some((point) => point.id === id && !point.covered));
    expect(missing.some(({ text }) => advice.includes(`Next time, ${text}.`))).toBe(true);
  });

  it('no number for silence', () => {
    expect(judge('')).toEqual({ state: 'skipped' });
    expect(judge(' \n\t ')).toEqual({ state: 'skipped' });
  });

  it('no number for another language or for letters that are no words', () => {
    expect(judge(SPANISH)).toMatchObject({ state: 'not_scored', reason: 'another_language' });
    expect(judge(GERMAN)).toMatchObject({ state: 'not_scored', reason: 'another_language' });
    expect(judge('私は昨年、とても難しいバグを見つけました。原因は競合状態でした。')).toMatchObject({ state: 'not_scored', reason: 'another_language' });
    expect(judge(GIBBERISH)).toMatchObject({ state: 'not_scored', reason: 'gibberish' });
    expect(judge('?!?! ... 123')).toMatchObject({ state: 'not_scored', reason: 'gibberish' });
  });

  it('takes no plain answer for another language', () => {
    for (const { answer } of [...PARAPHRASED_GOOD, ...UNSEEN_GOOD]) expect(judge(answer).state).toBe('scored');
    expect(judge('I do not know.').state).toBe('scored');
  });
});

describe('what earns nothing', () => {
  it('fewer than twenty-five words, however good', () => {
    const few = model.split(/\s+/).slice(-24).join(' ');
    expect(Math.max(...Object.values(scoresOf(scored(few))))).toBeLessThanOrEqual(48);
  });

  it('the same terms again and again', () => {
    const terms = 'I reproduce the race condition and I bisect the race condition and I lock the race condition. ';
    expect(isBelow4(scored(terms.repeat(6)))).toBe(true);
    const shuffled = 'The race condition I lock. I bisect and reproduce the lock. The condition and the race I reproduce. I lock the bisect race. The lock is the condition of the race and I reproduce it.';
    expect(isBelow4(scored(shuffled))).toBe(true);
  });

  it('an answer said twice, which counts as said once', () => {
    expect(scoresOf(scored(`${model} ${model}`))).toEqual(scoresOf(scored(model)));
    expect(scoresOf(scored(`${UNPUNCTUATED} ${UNPUNCTUATED}`))).toEqual(scoresOf(scored(UNPUNCTUATED)));
  });

  it('an answer given to an earlier question already', () => {
    expect(isBelow4(scored(model, ['Something else.', model]))).toBe(true);
    expect(scored(model, ['Something else.'])).toEqual(scored(model));
  });

  it('what other questions ask for', () => {
    for (const { weakAnswers } of bank.questions) expect(isBelow4(scored(weakAnswers.offPoint[0] ?? ''))).toBe(true);
  });

  it('an order to whoever marks it', () => {
    const [thin = ''] = question.weakAnswers.thin;
    for (const answer of [model, thin, UNPUNCTUATED]) {
      const before = scoresOf(scored(answer));
      for (const payload of PAYLOADS) {
        for (const attempt of [`${payload} ${answer}`, `${answer}. ${payload}`, `${answer}\n\n${payload}`]) {
          const after = scoresOf(scored(attempt));
          const raised = CRITERIA.filter((criterion) => after[criterion] > before[criterion]);
          expect({ payload, raised }).toEqual({ payload, raised: [] });
        }
      }
    }
  });

  it('an order alone', () => {
    for (const payload of PAYLOADS) {
      const evaluation = judge(payload);
      expect(evaluation.state !== 'scored' || isBelow4(evaluation)).toBe(true);
    }
  });
});

describe('an evaluator that was prepared', () => {
  it('judges to the letter as one that works out what it needs when it needs it, in as many steps as are asked of it', () => {
    const few = new QuestionBank({ roles: bank.roles, competencies: bank.competencies, questions: bank.questions.slice(0, 12) });
    const [prepared, half, fresh] = [new BuiltInEvaluator(few), new BuiltInEvaluator(few), new BuiltInEvaluator(few)];
    const steps = [...prepared.preparing()].length;
    expect(steps).toBeGreaterThan(24);
    const stopped = half.preparing();
    for (let step = 0; step < steps / 2; step += 1) stopped.next();
    const judgements = [prepared, half, fresh].map((one) => few.questions.slice(0, 3).map((asked) => one.evaluate({ question: asked, answer: asked.weakAnswers.thin[0] ?? '', earlierAnswers: [] })));
    expect(judgements[0]).toEqual(judgements[2]);
    expect(judgements[1]).toEqual(judgements[2]);
  });
});
