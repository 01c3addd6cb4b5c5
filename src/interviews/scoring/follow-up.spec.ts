import { loadQuestionBank } from '../bank/load-question-bank.js';
import { BuiltInEvaluator } from './built-in-evaluator.js';
import { followUpTo } from './follow-up.js';

const bank = loadQuestionBank();
const evaluator = BuiltInEvaluator.of(bank);
const alarm = bank.question('alarm-at-night')!;
const none = alarm.points.map(({ id }) => ({ id, covered: false }));

describe('a follow-up', () => {
  it('leads towards what the answer has not said yet', () => {
    const made = (...ids: string[]) => alarm.points.map(({ id }) => ({ id, covered: ids.includes(id) }));
    expect(followUpTo(alarm, 'I roll back.', made('confirm', 'tell', 'search', 'verify', 'after'))?.text).toBe('What if rolling back does not help?');
    expect(followUpTo(alarm, 'I roll back.', made('confirm', 'stop-harm', 'search', 'verify', 'after'))?.text).toBe('When do you wake somebody else?');
  });

  it('is not asked when every point was made', () => {
    expect(followUpTo(alarm, 'I did it all.', none.map(({ id }) => ({ id, covered: true })))).toBeNull();
  });

  it('takes up a sentence as it was written, and none when nothing said is near', () => {
    const open = alarm.points.map(({ id }) => ({ id, covered: id !== 'stop-harm' }));
    expect(followUpTo(alarm, 'First I look at the graphs. Then I roll back the last release, “quickly”. I write it down.', open)?.takesUp).toBe('Then I roll back the last release, “quickly');
    expect(followUpTo(alarm, 'First I look at the graphs.', open)?.takesUp).toBeNull();
    expect(followUpTo(alarm, '', open)?.takesUp).toBeNull();
  });

  it('is one of the bank for every sample answer, and whatever it takes up stands in the answer', () => {
    for (const question of bank.questions) {
      for (const answer of [...question.modelAnswers, ...question.weakAnswers.thin, ...question.weakAnswers.offPoint]) {
        const evaluation = evaluator.evaluate({ question, answer, earlierAnswers: [] });
        const followUp = evaluation.state === 'scored' ? followUpTo(question, answer, evaluation.points) : null;
        if (!followUp) continue;
        expect(question.followUps).toContain(followUp.text);
        expect(answer).toContain(followUp.takesUp ?? '');
      }
    }
  });
});
