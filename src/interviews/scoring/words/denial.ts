import { isNegation } from './function-words.js';
import { type Word } from './sentences.js';

/** So many words a "not" reaches: "not connected", "never had to ask". */
const REACH = 4;
/** Where somebody begins anew: "if not, I tell them", "it isn't, but". */
const ANEW = /^(?:(?:i|we|you|they)(?:'\w+)?|but|so|because)$/;

/** For each word, whether a negation shortly before it turns it into its opposite. */
export function deniedIn(words: readonly Word[]): boolean[] {
  let left = 0;
  return words.map(({ text }) => {
    if (isNegation(text)) {
      left = REACH;
      return false;
    }
    left = ANEW.test(text) ? 0 : left - 1;
    return left >= 0 && !ANEW.test(text);
  });
}
