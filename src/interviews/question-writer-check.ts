import { type Question } from './bank/question.js';
import { type FollowUp } from './scoring/follow-up.js';
import { contentHeads } from './scoring/words/sentences.js';

const SHORTEST = 20;
/** Longer is no question that anybody can keep in mind while thinking. */
const LONGEST = 400;
const LONGEST_QUOTE = 200;
/** Fewer words in common with what the bank asks for are a chance hit. */
const COMMON_WORDS = 2;

/** What has no place in a spoken question: lines, markup, links, addresses, numbers to call. */
const UNFIT: readonly RegExp[] = [
  /[\p{Cc}\p{Cf}]/u,
  /[<>`{}[\]|\\]|\*\*|__|^\s*[#*-]/,
  /:\/\/|www\.|@|\b[\w-]+\.(?:com|org|net|io|dev|ai|app|info|me|co|eu|uk|de|fr)\b/,
  /\d[\d\s().-]{6,}\d/,
];

/** The question in other words, tidied; null when it is no single plain question, or not about what the bank asks for. */
export function fitWords(text: string, question: Question): string | null {
  const tidy = text.replaceAll(/ +/g, ' ').trim();
  // A planned question may quote one.
  if (!isPlain(tidy, Math.max(1, marksIn(question.text)))) return null;
  // Questions of everyday words alone name their subject by no single word: they are about it when they are asked as they stand.
  return common(tidy, subjectOf(question)) >= COMMON_WORDS || tidy.includes(question.text) ? tidy : null;
}

/** A follow-up to an answer; null when it is none, takes up what nobody said, or leads away from both question and answer. */
export function fitFollowUp({ text, takesUp }: FollowUp, question: Question, answer: string): FollowUp | null {
  const tidy = text.replaceAll(/ +/g, ' ').trim();
  if (!isPlain(tidy, 1)) return null;
  // "Whom did you tell first?" leads nowhere else, though it shares no word.
  if (contentHeads(tidy).length > 0 && common(tidy, [...subjectOf(question), ...question.followUps, answer]) < 1) return null;
  const quote = takesUp?.trim() ? takesUp.trim() : null;
  if (quote !== null && (quote.length > LONGEST_QUOTE || !answer.includes(quote))) return null;
  return { text: tidy, takesUp: quote };
}

function subjectOf({ text, points }: Question): string[] {
  return [text, ...points.flatMap((point) => [point.text, ...point.synonyms])];
}

function isPlain(text: string, mostMarks: number): boolean {
  if (text.length < SHORTEST || text.length > LONGEST || !text.isWellFormed()) return false;
  return marksIn(text) <= mostMarks && UNFIT.every((unfit) => !unfit.test(text));
}

const marksIn = (text: string): number => text.split('?').length - 1;

function common(text: string, others: readonly string[]): number {
  const known = new Set(others.flatMap(contentHeads));
  return new Set(contentHeads(text).filter((head) => known.has(head))).size;
}
