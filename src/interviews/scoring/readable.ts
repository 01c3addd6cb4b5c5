import { FOREIGN_FUNCTION_WORDS, FUNCTION_WORDS } from './words/function-words.js';
import { trigramsOf } from './words/letter-trigrams.js';
import { wordsOf } from './words/sentences.js';
import { type NotScoredReason } from './evaluation.js';

const MESSAGES: Readonly<Record<NotScoredReason, string>> = {
  another_language: 'This answer does not seem to be in English, so the built-in evaluator gave it no score.',
  gibberish: 'We could not read this answer as sentences, so the built-in evaluator gave it no score.',
};

/** Fewer plain words of a sentence do not tell which language it is in. */
const FEWEST = 4;

/** Knows which letter sequences English has, from English text alone: a text it is shown needs no dictionary. */
export class Readability {
  readonly #trigrams: ReadonlySet<string>;

  constructor(english: readonly string[]) {
    this.#trigrams = new Set(english.flatMap((text) => wordsOf(text).flatMap(({ text: word }) => trigramsOf(word))));
  }

  /** Why the text cannot be scored, or null when it can. */
  fault(text: string): { reason: NotScoredReason; message: string } | null {
    const reason = this.#reason(text);
    return reason === null ? null : { reason, message: MESSAGES[reason] };
  }

  /** True for a sentence that is in another language, or in none, amid a text that can be read. Names are in no language: words with a capital are passed over. */
  isStrange(sentence: string): boolean {
    const plain = wordsOf(sentence).filter(({ start, text }) => sentence.slice(start, start + text.length).startsWith(text.charAt(0)));
    const words = plain.map(({ text }) => text).filter((word) => !/^\d/.test(word));
    return words.length >= FEWEST && this.#reasonIn(words) !== null;
  }

  #reason(text: string): NotScoredReason | null {
    const words = wordsOf(text).map(({ text: word }) => word).filter((word) => !/^\d/.test(word));
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
    if (letters > 0 && latin < letters * 0.6) return 'another_language';
    return words.length === 0 ? 'gibberish' : this.#reasonIn(words);
  }

  #reasonIn(words: readonly string[]): NotScoredReason | null {
    const english = words.filter((word) => FUNCTION_WORDS.has(word)).length / words.length;
    const foreign = Math.max(...Object.values(FOREIGN_FUNCTION_WORDS).map((small) => share(words, small)));
    if (words.length >= 4 && foreign > 0.1 && foreign > english) return 'another_language';
    // Half of English speech is small words; a text with hardly any is English only if its letters are.
    return this.#strangeness(words) > (english < 0.15 ? 0.3 : 0.5) ? 'gibberish' : null;
  }

  /** Share of letter sequences that no English text of ours contains. */
  #strangeness(words: readonly string[]): number {
    const trigrams = [...new Set(words)].flatMap(trigramsOf);
    if (trigrams.length === 0) return 1;
    return trigrams.filter((trigram) => !this.#trigrams.has(trigram)).length / trigrams.length;
  }
}

function share(words: readonly string[], small: ReadonlySet<string>): number {
  return words.filter((word) => small.has(word)).length / words.length;
}
