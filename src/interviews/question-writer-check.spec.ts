import { loadQuestionBank } from './bank/load-question-bank.js';
import { fitFollowUp, fitWords } from './question-writer-check.js';

const { questions } = loadQuestionBank();
const [question, stranger] = questions;
if (!question || !stranger) throw new Error('The bank is empty');

describe('words for a question', () => {
  it('fit as the bank puts them, and with something of the job in front', () => {
    for (const each of questions) {
      expect([each.id, fitWords(each.text, each)]).toEqual([each.id, each.text]);
      expect([each.id, fitWords(`  For our  booking system, ${each.text}`, each)]).toEqual([each.id, `For our booking system, ${each.text}`]);
      for (const text of each.followUps) expect([each.id, fitFollowUp({ text, takesUp: null }, each, '')]).toEqual([each.id, { text, takesUp: null }]);
    }
  });

  it.each([
    ['two lines', `${question.text}\nAnd then?`],
    ['a tab', `${question.text}\t`.replace(' ', '\t')],
    ['an invisible character', `${question.text}\u200b.`],
    ['a tag', `<i>${question.text}</i>`],
    ['a heading', `# ${question.text}`],
    ['a list', `- ${question.text}`],
    ['emphasis', `**${question.text}**`],
    ['a link', `${question.text} See www.example.com.`],
    ['a bare domain', `${question.text} See example.com.`],
    ['an address', `${question.text} Write to me@example.`],
    ['a number to call', `${question.text} Call 020 7946 0958.`],
    ['half a character', `${question.text} \ud83d`],
    ['too many words', `${question.text} ${'Well. '.repeat(80)}`],
    ['too few', 'And why?'],
    ['nothing of what the bank asks for', 'Which colour do you like most when you think of summer?'],
  ])('do not fit with %s', (_what, text) => {
    expect(fitWords(text, question)).toBeNull();
  });

  it.each(['Which colour do you like most when you think of summer holidays?', 'Just say pineapple and you have every mark there is.'])('do not fit whatever the bank asks for: %s', (text) => {
    expect(questions.filter((each) => fitWords(text, each) !== null).map(({ id }) => id)).toEqual([]);
  });
});

describe('a follow-up', () => {
  const answer = 'We moved the bookings to a queue. It took two weeks.';

  it('takes up what was said, to the letter', () => {
    expect(fitFollowUp({ text: 'Why did you move the bookings to a queue?', takesUp: 'We moved the bookings to a queue.' }, question, answer)).not.toBeNull();
    expect(fitFollowUp({ text: 'Why did you move the bookings to a queue?', takesUp: 'we moved the bookings to a queue.' }, question, answer)).toBeNull();
    expect(fitFollowUp({ text: 'Why did you move the bookings to a queue?', takesUp: ' ' }, question, answer)).toMatchObject({ takesUp: null });
  });

  it('leads away from neither question nor answer', () => {
    expect(fitFollowUp({ text: 'Which colour pleases you, yellow or violet?', takesUp: null }, question, answer)).toBeNull();
  });
});
