import { contentHeads } from '../scoring/words/sentences.js';
import { type QuestionBank } from './question-bank.js';

/** The competencies somebody's goals speak of, in the order of the bank; every word of a cue must be there, in any form and order. */
export function competenciesNamedIn({ competencies }: QuestionBank, goals: string): string[] {
  const said = new Set(contentHeads(goals));
  const named = (cue: string): boolean => {
    const heads = contentHeads(cue);
    return heads.length > 0 && heads.every((head) => said.has(head));
  };
  return competencies.filter(({ title, cues }) => [title, ...cues].some(named)).map(({ id }) => id);
}
