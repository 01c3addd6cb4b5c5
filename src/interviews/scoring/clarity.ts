import { evidence, find, quoteOf } from './cues.js';
import { type CriterionResult } from './evaluation.js';
import { type Sentence } from './words/sentences.js';

const HEDGE =
  /\b(?:i guess|i suppose|maybe|perhaps|sort of|kind of|probably|basically|somehow|or something|or whatever|and stuff|stuff like that|and so on|i don't know|not sure|you know|et cetera|more or less|in a way)\b/g;

const LONG_SENTENCE = 30;

/** Sentence length, repetition and hedging. Accent and grammar are no part of it. */
export function clarity(sentences: readonly Sentence[]): CriterionResult {
  const hedges = find(sentences, HEDGE);
  const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const long = sentences.filter((sentence) => sentence.words.length > LONG_SENTENCE);
  const mean = words / Math.max(sentences.length, 1);
  const penalties = [
    { points: Math.min(36, Math.round((hedges.count * 900) / Math.max(words, 75))), says: 'Words like "maybe" and "sort of" weaken it.', at: hedges.sentences },
    { points: Math.min(24, long.length * 8 + Math.max(0, Math.round(mean - 24)) * 2), says: 'Some sentences are too long to follow by ear.', at: long },
    { points: repetition(sentences), says: 'The same words come back often.', at: [] },
    { points: mean < 5 ? 25 : 0, says: 'It comes in fragments rather than sentences.', at: [] },
  ];
  const score = Math.max(0, 96 - penalties.reduce((sum, { points }) => sum + points, 0));
  const worst = penalties.reduce((a, b) => (b.points > a.points ? b : a));
  const quotes = worst.points >= 8 && worst.at[0] !== undefined ? [quoteOf(worst.at[0])] : evidence(sentences);
  return { score, reason: worst.points >= 8 ? worst.says : 'Your sentences are short and say one thing each.', quotes };
}

/** Content words said again within sixty content words, where nobody has to repeat that much. */
function repetition(sentences: readonly Sentence[]): number {
  const heads = sentences.flatMap(({ words }) => words.filter(({ content }) => content).map(({ head }) => head)).slice(0, 60);
  if (heads.length < 12) return 0;
  const distinct = new Set(heads).size / heads.length;
  return Math.min(30, Math.max(0, Math.round((0.68 - distinct) * 120)));
}
