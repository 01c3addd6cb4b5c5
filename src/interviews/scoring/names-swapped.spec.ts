import fc from 'fast-check';
import { loadQuestionBank } from '../bank/load-question-bank.js';
import { BuiltInEvaluator } from './built-in-evaluator.js';
import { type Evaluation } from './evaluation.js';
import { CRITERIA } from './rubric.js';

/** People and places of many origins, some of two words, with accents, or English words besides. */
const PEOPLE = [
  'Mathieu', 'Aisha', 'Nguyen', 'Olúwáṣeun', 'Siobhán', 'Grace', 'Will', 'Mark', 'Yuki', 'Mary Ann', 'Anne-Marie', 'José', 'Xiaoming', 'Priya', 'Björk', 'Mohammed', 'Zoë', 'Kwame', 'Fatoumata', 'Łukasz', 'Dmitri',
  'Aroha', 'Chidi Okafor', 'Ivan de la Cruz', 'Ludwig van der Berg', 'Mr Tanaka', 'Ms. Tanaka', 'Dr Adeyemi', "O'Neill", 'Jean-Luc', 'Rose', 'Max', 'Ольга', '田中', 'Ngozi', 'Leilani', 'Rubén', 'Şebnem', 'Thandiwe', 'Bill',
];
const PLACES = ['Lyon', 'Lagos', 'Hanoi', 'New York', 'Ho Chi Minh City', 'São Paulo', 'Nairobi', 'Cork', 'Reading', 'Rio de Janeiro', 'Zürich', 'Port Moresby', 'Al-Khobar', 'Łódź', 'Jakarta', 'Buenos Aires', 'Nice', 'St. Petersburg', 'Kraków', 'Tbilisi'];
const PRONOUNS = [['he', 'him', 'his'], ['she', 'her', 'her'], ['they', 'them', 'their'], ['xe', 'xem', 'xyr']] as const;

const bank = loadQuestionBank();
const evaluator = BuiltInEvaluator.of(bank);
const answers = bank.questions.flatMap((question) => question.modelAnswers.map((answer) => ({ question, answer })));

interface Who {
  readonly person: string;
  readonly place: string;
  readonly pronouns: (typeof PRONOUNS)[number];
}

/** The answer with a person, a place and pronouns at its beginning, amid its sentences and at its end. */
function toldOf(answer: string, { person, place, pronouns: [subject, object, possessive] }: Who): string {
  const capital = subject.charAt(0).toUpperCase() + subject.slice(1);
  const [first = '', ...others] = answer.split(/(?<=[.!?]) /);
  return [
    `${person} told me to wait, so I called ${object} in ${place} first.`, first, `${capital} had asked ${possessive} team, and ${person}'s team in ${place} agreed with ${object}.`, ...others,
    `In the end I wrote to ${person}, because ${subject} knew ${place} and the customers there.`,
  ].join(' ');
}

function numbers(evaluation: Evaluation): unknown {
  if (evaluation.state !== 'scored') return evaluation.state;
  return { scores: CRITERIA.map((criterion) => evaluation.criteria[criterion].score), covered: evaluation.points.map(({ covered }) => covered), advice: evaluation.advice };
}

const who = fc.record({ person: fc.constantFrom(...PEOPLE), place: fc.constantFrom(...PLACES), pronouns: fc.constantFrom(...PRONOUNS) });

describe('who is spoken of, and where', () => {
  it('moves no score by a digit: names, places, titles and pronouns swapped in any model answer of the bank', () => {
    fc.assert(fc.property(fc.constantFrom(...answers), who, who, ({ question, answer }, one, other) => {
      const [first, second] = [one, other].map((told) => numbers(evaluator.evaluate({ question, answer: toldOf(answer, told), earlierAnswers: [], mayQuoteModels: true })));
      expect({ one, other, numbers: second }).toEqual({ one, other, numbers: first });
    }), { numRuns: 150, seed: 7 });
  });

  it.each([...PEOPLE, ...PLACES])('%s counts like any other name, at the start of a sentence and amid one', (name) => {
    const { question, answer } = answers[0] ?? {};
    if (question === undefined) throw new Error('The bank is empty');
    const told = (called: string): unknown => numbers(evaluator.evaluate({ question, answer: `I met ${called} then. ${answer} ${called} was glad, and I thanked ${called}.`, earlierAnswers: [], mayQuoteModels: true }));
    expect(told(name)).toEqual(told('Amadou'));
  });

  it('still quotes what was really said', () => {
    for (const { question, answer } of answers.filter((_, index) => index % 4 === 0)) {
      const said = toldOf(answer, { person: 'Ms. Tanaka', place: 'Ho Chi Minh City', pronouns: PRONOUNS[3] });
      const evaluation = evaluator.evaluate({ question, answer: said, earlierAnswers: [], mayQuoteModels: true });
      if (evaluation.state !== 'scored') throw new Error(evaluation.state);
      const quotes = [...CRITERIA.flatMap((criterion) => evaluation.criteria[criterion].quotes), ...evaluation.points.flatMap(({ quote }) => (quote === undefined ? [] : [quote]))];
      for (const { start, end, text } of quotes) {
        expect(said.slice(start, end)).toBe(text);
        expect(text).not.toMatch(/Z\d/);
        expect(/^[\p{L}\p{N}]/u.test(text) && !/[\p{L}\p{N}]/u.test(said.charAt(start - 1))).toBe(true);
      }
    }
  });
});
