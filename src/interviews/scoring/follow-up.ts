import { type ExpectedPoint, type Question } from '../bank/question.js';
import { type PointResult } from './evaluation.js';
import { contentHeads, cutLong, type Sentence, sentencesOf } from './words/sentences.js';

/** What an interviewer asks next, and the sentence of the answer it takes up, as it was written; null when none is near. */
export interface FollowUp {
  readonly text: string;
  readonly takesUp: string | null;
}

const LONGEST_QUOTE = 200;
/** A piece of fewer words is no statement to come back to. */
const SHORTEST_QUOTE = 4;

/** An interview comes back to half of its questions at most. */
export const mostFollowUps = (questions: number): number => Math.ceil(questions / 2);

/**
 * The follow-up of the bank that leads nearest to an expected point the answer has not made; null when it made them all.
 * Nothing is invented: the question is the bank's, and what is taken up are the candidate's own words.
 */
export function followUpTo(question: Question, answer: string, points: readonly Pick<PointResult, 'id' | 'covered'>[]): FollowUp | null {
  const open = question.points.filter(({ id }) => points.some((point) => point.id === id && !point.covered));
  const [first, ...others] = question.followUps;
  if (open.length === 0 || first === undefined) return null;
  const text = others.reduce((best, other) => (reach(other, open) > reach(best, open) ? other : best), first);
  return { text, takesUp: nearest(answer, text) };
}

/** How far a follow-up leads towards these points: its words among theirs, each point by its weight. */
function reach(followUp: string, points: readonly ExpectedPoint[]): number {
  const asked = new Set(contentHeads(followUp));
  return points.reduce((sum, { text, synonyms, weight }) => {
    const shared = new Set([text, ...synonyms].flatMap(contentHeads).filter((head) => asked.has(head)));
    return sum + weight * shared.size;
  }, 0);
}

function nearest(answer: string, followUp: string): string | null {
  const asked = new Set(contentHeads(followUp));
  const near = ({ words }: Sentence): number => new Set(words.filter(({ content, head }) => content && asked.has(head)).map(({ head }) => head)).size;
  const quotable = sentencesOf(answer).flatMap((long) => cutLong(answer, long)).filter(({ text, words }) => words.length >= SHORTEST_QUOTE && text.length <= LONGEST_QUOTE);
  const best = quotable.reduce<Sentence | null>((found, each) => (near(each) > (found ? near(found) : 0) ? each : found), null);
  return best && best.text;
}
