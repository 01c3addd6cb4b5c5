import { wordsOf } from '../words/sentences.js';
import { type MarkedQuestion } from './answer-set.js';
import { shuffled } from './chance.js';

const OTHER_LANGUAGES = [
  'Creo que la respuesta tiene que ver con lo que hemos visto en clase, porque todo cambia cuando se conecta de otra manera.',
  'Ich glaube, dass es mit dem zu tun hat, was wir gesehen haben, weil sich alles ändert, wenn man es anders verbindet.',
  "Je crois que la réponse est dans ce que nous avons vu, parce que tout change quand on le fait d'une autre manière.",
];
const VERB = /\b(?:is|are|was|were|can|will|would|do|does|did|has|have|had|should|could)\b/i;
const OTHERS = 5;

/** What somebody may try instead of answering, by kind. The last three begin with right answers. */
export interface Attempts {
  readonly echo: readonly string[];
  readonly keywords: readonly string[];
  readonly offTopic: readonly string[];
  readonly otherLanguage: readonly string[];
  readonly scrambled: readonly string[];
  readonly plantedNot: readonly string[];
}
export const ATTEMPTS = ['echo', 'keywords', 'offTopic', 'otherLanguage', 'scrambled', 'plantedNot'] as const satisfies readonly (keyof Attempts)[];

export function attemptsAt(questions: readonly MarkedQuestion[], index: number, next: () => number): Attempts {
  const { question = '', references = [], answers = [] } = questions[index] ?? {};
  const right = answers.filter(({ mark }) => mark > 0).map(({ text }) => text);
  const others = shuffled(questions.filter((_, other) => other !== index), next).slice(0, OTHERS);
  const keywords = [...new Set(references.flatMap((text) => wordsOf(text).filter(({ content }) => content).map(({ text: word }) => word)))];
  return {
    echo: [question],
    keywords: [keywords.join(' '), keywords.join(', ')],
    offTopic: others.flatMap((other) => other.answers.filter(({ mark }) => mark > 0).slice(0, 1).map(({ text }) => text)),
    otherLanguage: OTHER_LANGUAGES,
    scrambled: right.map((text) => shuffled(text.split(/\s+/), next).join(' ')),
    plantedNot: right.map(negated),
  };
}

function negated(text: string): string {
  if (VERB.test(text)) return text.replace(VERB, (verb) => `${verb} not`);
  const words = text.split(/\s+/);
  return [...words.slice(0, -1), 'not', ...words.slice(-1)].join(' ');
}
