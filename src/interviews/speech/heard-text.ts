import { createHash } from 'node:crypto';
import { type HeardText } from '../recordings/take.repository.js';

/** What is kept of a text that a program wrote down of a take. */
export const heardText = (takeId: string, by: string, text: string): HeardText => ({ by, characters: text.length, sha256: hashOf(takeId, text) });

/** Whether a text is nothing but what was heard in a take, piece behind piece with a space between them: one that went on is heard in parts. */
export function isAsHeard(takeId: string, text: string, heard: readonly HeardText[]): boolean {
  const longestFirst = heard.filter(({ characters }) => characters > 0).toSorted((one, other) => other.characters - one.characters);
  let at = 0;
  while (at < text.length) {
    const piece = longestFirst.find(({ characters, sha256 }) => endsAWord(text, at + characters) && hashOf(takeId, text.slice(at, at + characters)) === sha256);
    if (!piece) return false;
    at += piece.characters + 1;
  }
  return text !== '';
}

const endsAWord = (text: string, at: number): boolean => at === text.length || text.charAt(at) === ' ';
const hashOf = (takeId: string, text: string): string => createHash('sha256').update(`${takeId}\n${text}`).digest('hex');
