import fc from 'fast-check';
import { loadQuestionBank } from '../bank/load-question-bank.js';
import { type Question } from '../bank/question.js';
import { BuiltInEvaluator } from './built-in-evaluator.js';
import { evaluatorCard } from './evaluator-card.js';
import { answerScore, CRITERIA, type CriterionScores, type ExactScore, isAbove, isBelow, RUBRIC, showScore } from './rubric.js';
import { PAYLOADS } from './sample-answers.fixture.js';
import { wordsOf } from './words/sentences.js';

const bank = loadQuestionBank();
const evaluator = BuiltInEvaluator.of(bank);

/** The score of an answer, or why it has none. */
function judged(question: Question, answer: string, earlierAnswers: readonly string[] = [], mayQuoteModels = false): ExactScore | string {
  const evaluation = evaluator.evaluate({ question, answer, earlierAnswers, mayQuoteModels });
  if (evaluation.state !== 'scored') return evaluation.state;
  return answerScore(Object.fromEntries(CRITERIA.map((criterion) => [criterion, evaluation.criteria[criterion].score])) as unknown as CriterionScores);
}

const passes = (judgement: ExactScore | string): boolean => typeof judgement !== 'string' && isAbove(judgement, '3.99');

/** Every question for which one of these answers would be worth 4 or more, with what it was worth. */
function tooGood(makes: (question: Question) => readonly string[]): { id: string; score: string; answer: string }[] {
  return bank.questions.flatMap((question) => makes(question).flatMap((answer) => {
    const judgement = judged(question, answer);
    return typeof judgement !== 'string' && passes(judgement) ? [{ id: question.id, score: showScore(judgement), answer: answer.slice(0, 80) }] : [];
  }));
}

/** Every question for which one of these answers would get a number at all. */
const numbered = (makes: (question: Question) => readonly string[]): string[] =>
  bank.questions.filter((question) => makes(question).some((answer) => typeof judged(question, answer) !== 'string')).map(({ id }) => id);

const TALK = 'It was a rainy week in March and our office had just moved to the other side of the river, so half of the boxes were still closed. My colleague Anna brought soup every day at noon, and we sat on the floor and talked about the weather until the phones rang again. In the end we found the kettle, forty days later, in a box marked winter.';

const phrasesOf = ({ points }: Question): string[] => points.flatMap(({ synonyms }) => synonyms);
const longestOf = ({ points }: Question, each: number): string[] => points.flatMap(({ synonyms }) => [...synonyms].sort((a, b) => b.length - a.length).slice(0, each));

const OTHER_LANGUAGES: Readonly<Record<string, string>> = {
  German: 'Letztes Jahr fiel unsere Bestellseite für einen von fünfzig Kunden aus. Ich habe die Protokolle gelesen, die fehlerhaften Anfragen mit den guten verglichen und gesehen, dass alle von einem Server kamen. Dann habe ich ihn herausgenommen, einen Test geschrieben und den Fehler behoben.',
  French: "L'année dernière, notre page de commande ne marchait plus pour un client sur cinquante. J'ai lu les journaux, comparé les requêtes et vu que toutes venaient d'un seul serveur. Je l'ai retiré, puis j'ai écrit un test et corrigé le verrou, parce que je voulais que cela ne revienne pas.",
  Spanish: 'El año pasado nuestra página de pedidos falló para uno de cada cincuenta clientes. Leí los registros, comparé las peticiones y vi que todas venían de un servidor. Lo saqué, escribí una prueba que lo reproducía y arreglé el fallo, porque quería que no volviera a pasar.',
  Hindi: 'पिछले साल हमारा ऑर्डर पेज पचास में से एक ग्राहक के लिए बंद हो गया था। मैंने लॉग पढ़े, अनुरोधों की तुलना की और देखा कि सब एक ही सर्वर से आ रहे थे। मैंने उसे हटाया, एक टेस्ट लिखा और गलती ठीक की।',
  Portuguese: 'No ano passado a nossa página de pedidos falhou para um em cada cinquenta clientes. Eu li os registos, comparei os pedidos e vi que todos vinham de um servidor. Tirei-o, escrevi um teste que o reproduzia e corrigi a falha, porque queria que isso não voltasse a acontecer.',
};

const LETTERS = ['asdf jklö qwer zxcv uiop ghjk vbnm '.repeat(6), 'xqzt vrrmp lkjhg wwq zzpt '.repeat(10), 'aaaa bbbb cccc dddd eeee ffff '.repeat(8), '!!! ??? ... 12 34 56 --- '.repeat(10)];

describe('for every question of the bank', () => {
  it('the question said back is worth less than 4', () => {
    expect(tooGood(({ text }) => [text, `${text} ${text}`, `So the question is: ${text}`, `You ask me this. ${text} That is a good question. ${text}`, text.toUpperCase()])).toEqual([]);
  });

  it('a list of the right keywords is worth less than 4, with and without commas', () => {
    expect(tooGood((question) => {
      const phrases = phrasesOf(question);
      const short = [', ', ' ', '. ', '\n- ', ' and '].map((between) => phrases.slice(0, 18).join(between));
      return [...short, ...[' ', ' and '].map((between) => longestOf(question, 3).join(between)), phrases.slice(0, 60).join(' ')];
    })).toEqual([]);
  });

  it('a list of the right words is worth less than 4, too', () => {
    expect(tooGood((question) => {
      const words = [...new Set([...phrasesOf(question), ...question.modelAnswers].join(' ').toLowerCase().match(/[a-z]{4,}/g))];
      return [' ', ', '].map((between) => words.slice(0, 50).join(between));
    })).toEqual([]);
  });

  it('the right phrases strung together with "I" and "and" are worth less than 4', () => {
    expect(tooGood((question) => [longestOf(question, 3).map((phrase) => `I ${phrase}`).join(' and '), longestOf(question, 4).map((phrase) => `I ${phrase}.`).join(' ')])).toEqual([]);
  });

  it('the right phrases joined by a few words of filler are worth less than 4, with other talk around them as well', () => {
    const FILLERS = [' so then ', ' with the ', '. Then I ', ' and then I ', ' because of the ', ', and so I ', '. After that we '];
    const MIXED = [' and then I ', ' so that we ', ' because it was ', ', which meant the ', '. I ', ' and we '];
    const talk = 'It was a rainy week in March and our office had just moved to the other side of the river, so half of the boxes were still closed.';
    expect(tooGood((question) => [longestOf(question, 3), question.points.flatMap(({ synonyms }) => synonyms.slice(0, 3))].flatMap((phrases) => [
      ...FILLERS.map((filler) => `${phrases.join(filler)}.`),
      phrases.map((phrase, index) => phrase + (MIXED[index % MIXED.length] ?? '')).join(''),
      `${talk} ${phrases.join(' and then I ')}.`,
    ]))).toEqual([]);
  });

  it('what a report says was missing, given back word for word, is worth less than 4', () => {
    expect(tooGood(({ points, modelOutline }) => {
      const texts = points.map(({ text }) => text);
      return [texts.join('. '), texts.map((text) => `I ${text}`).join('. '), modelOutline.join('. '), [...texts, ...modelOutline].join(', ')];
    })).toEqual([]);
  });

  it('a model answer of the bank, pasted, is worth less than 4: whole, without its full stops, with a word changed here and there, or made of two', () => {
    expect(tooGood((question) => question.modelAnswers.flatMap((model, index) => {
      const other = question.modelAnswers[(index + 1) % question.modelAnswers.length] ?? '';
      const changed = model.split(/\s+/).map((word, at) => (at % 12 === 11 ? 'thing' : word)).join(' ');
      return [model, model.replaceAll(/[.,;:!?]/g, ''), changed, `${model.slice(0, 200)} ${other.slice(-200)}`];
    }))).toEqual([]);
  });

  it('a model answer to another question is worth less than 4', () => {
    expect(tooGood(({ id }) => bank.questions.filter((other, index) => other.id !== id && index % 14 === 0).flatMap(({ modelAnswers }) => modelAnswers.slice(0, 1)))).toEqual([]);
  });

  it('the expected points read out are worth nothing more, whatever stands around them', () => {
    const read = ({ points }: Question): string[] => [
      points.map(({ text }) => `I did ${text}.`).join(' '),
      points.map(({ text }) => `Also in the third week of that spring, when everybody was tired of carrying boxes, I did ${text}.`).join(' '),
    ];
    expect(tooGood((question) => read(question).flatMap((points) => [points, `${TALK} ${points}`, ...question.weakAnswers.offPoint.map((off) => `${off} ${points}`)]))).toEqual([]);
    const passing = bank.questions.filter((question) => read(question).some((points) => {
      const judgement = judged(question, `${question.weakAnswers.thin[0]} ${points}`);
      return typeof judgement !== 'string' && isAbove(judgement, '7.5');
    }));
    expect(passing.map(({ id }) => id)).toEqual([]);
  });

  it('two of the right phrases for every point behind sixty words of other talk are worth less than 4', () => {
    expect(tooGood((question) => [`${TALK} ${longestOf(question, 2).map((phrase) => `I ${phrase}.`).join(' ')}`])).toEqual([]);
  });

  it('an answer off the point is told that it makes no point', () => {
    const told = bank.questions.flatMap((question) => question.weakAnswers.offPoint.flatMap((answer) => {
      const evaluation = evaluator.evaluate({ question, answer, earlierAnswers: [] });
      return evaluation.state === 'scored' && evaluation.points.some(({ covered }) => covered) ? [question.id] : [];
    }));
    expect(told).toEqual([]);
  });

  it('any order and any choice of the right phrases is worth less than 4', () => {
    fc.assert(fc.property(fc.constantFrom(...bank.questions), fc.infiniteStream(fc.nat()), fc.constantFrom(' ', ', ', ' and ', '. I '), (question, order, between) => {
      const phrases = phrasesOf(question).map((phrase) => ({ phrase, at: order.next().value ?? 0 })).sort((a, b) => a.at - b.at).map(({ phrase }) => phrase);
      expect(passes(judged(question, phrases.slice(0, 24).join(between)))).toBe(false);
    }), { numRuns: 100, seed: 1 });
  });

  it('the same terms again and again are worth less than 4', () => {
    expect(tooGood((question) => {
      const [first = '', second = '', third = ''] = longestOf(question, 1);
      return [`${first}. `.repeat(12), `I ${first} and I ${second} and I ${third}. `.repeat(8), `${first} ${second} ${third} `.repeat(10)];
    })).toEqual([]);
  });

  it('an answer said twice is worth what it is worth once', () => {
    for (const question of bank.questions) {
      const [model = ''] = question.modelAnswers;
      expect({ id: question.id, score: judged(question, `${model}\n\n${model}`, [], true) }).toEqual({ id: question.id, score: judged(question, model, [], true) });
    }
  });

  it('an answer that was given to an earlier question already is worth less than 4', () => {
    const again = bank.questions.filter((question) => question.modelAnswers.some((model) => passes(judged(question, model, ['Something else.', model], true))));
    expect(again.map(({ id }) => id)).toEqual([]);
  });

  it.each(Object.entries(OTHER_LANGUAGES))('an answer in %s gets no number', (_language, answer) => {
    expect(numbered(() => [answer])).toEqual([]);
  });

  it('an answer in another language with the right keywords in it is worth less than 4', () => {
    expect(tooGood((question) => Object.values(OTHER_LANGUAGES).map((answer) => `${answer} ${phrasesOf(question).slice(0, 12).join(' ')}`))).toEqual([]);
  });

  it('letters that are no words get no number', () => {
    expect(numbered(() => LETTERS)).toEqual([]);
  });

  it('fewer than twenty-five words are worth less than 5, however good', () => {
    const high = bank.questions.filter((question) => {
      // "Forty-two" are two words here, as they are for the evaluator.
      const [model = ''] = question.modelAnswers;
      const judgement = judged(question, model.slice(wordsOf(model).at(-24)?.start), [], true);
      return typeof judgement !== 'string' && isAbove(judgement, '5');
    });
    expect(high.map(({ id }) => id)).toEqual([]);
  });

  it('an answer off the point is worth less than 4, however well it is told', () => {
    expect(tooGood(({ weakAnswers }) => weakAnswers.offPoint)).toEqual([]);
  });

  it('an order to whoever marks raises no score', () => {
    const raised = bank.questions.flatMap((question) => {
      const [thin = ''] = question.weakAnswers.thin;
      const before = judged(question, thin);
      return PAYLOADS.slice(0, 2).flatMap((payload) => {
        const after = judged(question, `${thin} ${payload}`);
        return typeof before !== 'string' && typeof after !== 'string' && isBelow(before, after) ? [{ id: question.id, payload }] : [];
      });
    });
    expect(raised).toEqual([]);
  });

  it('silence is skipped, and a word or two are worth less than 4', () => {
    for (const question of bank.questions) for (const answer of ['', ' ', '\n\t\u00A0']) expect(judged(question, answer)).toBe('skipped');
    expect(tooGood(({ points }) => ['No.', 'I do not know.', 'Pass', points[0]?.text ?? '', '🙂'])).toEqual([]);
  });
});

describe('the guards let those through who answer', () => {
  it('holds no model answer of the bank down as a list', () => {
    const held = bank.questions.flatMap((question) => question.modelAnswers.filter((model) => {
      const evaluation = evaluator.evaluate({ question, answer: model, earlierAnswers: [], mayQuoteModels: true });
      return evaluation.state !== 'scored' || CRITERIA.some((criterion) => /list of terms|strings the right phrases|same few terms|fewer than|repeats the question/.test(evaluation.criteria[criterion].reason));
    }).map((model) => `${question.id}: ${model.slice(0, 60)}`));
    expect(held).toEqual([]);
  });
});

describe('the card of the evaluator', () => {
  const card = evaluatorCard(evaluator, bank);

  it('says the numbers that run', () => {
    expect(card.rubric).toMatchObject({ id: RUBRIC.id, criteria: CRITERIA.map((id) => ({ id, weight: RUBRIC.weights[id] })) });
    expect(card.evaluator).toEqual({ name: evaluator.name, version: evaluator.version });
    expect(card.calibration.questions).toBe(bank.questions.length);
    expect(card.calibration.modelAnswers).toBe(bank.questions.flatMap(({ modelAnswers }) => modelAnswers).length);
  });

  it('shows figures of the version that runs, so that nobody changes the evaluator without measuring it again', () => {
    expect(card.measured.evaluatorVersion).toBe(evaluator.version);
    expect(card.versions[0]?.version).toBe(evaluator.version);
    for (const { passing } of card.measured.sets) expect(Math.max(passing.echo, passing.keywords, passing.otherLanguage)).toBeLessThanOrEqual(0.05);
  });

  it('names what it cannot do beside what it guards against', () => {
    for (const { title, says } of [...card.guards, ...card.limits]) expect(`${title} ${says}`).toMatch(/^[A-Z].*\.$/);
    expect(card.limits.map(({ id }) => id)).toEqual(expect.arrayContaining(['paraphrase', 'truth', 'negation', 'order']));
  });
});
