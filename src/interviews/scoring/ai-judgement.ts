import { z } from 'zod';
import { type Question } from '../bank/question.js';
import { unescaped } from './ai-prompt.js';
import { type Quote } from './evaluation.js';
import { CRITERIA, type Criterion } from './rubric.js';

const LONGEST_REASON = 600;
const MOST_QUOTES = 5;

/**
 * What a model may say of an answer to this question: integers, reasons and quotes, no totals. A quote that does not
 * stand in the answer makes the whole judgement unfit, since the score was to rest on it.
 */
export function judgementOf(question: Question, answer: string) {
  const quote = z.string().refine((text) => locate(answer, text) !== null, 'does not stand in the answer');
  const criterion = z.strictObject({
    score: z.number().int().min(0).max(100),
    // NUL and halves of characters cannot be stored.
    reason: z.string().refine((text) => text.trim() !== '' && text.length <= LONGEST_REASON && text.isWellFormed() && !text.includes('\0'), 'is no short reason'),
    quotes: z.array(quote).min(1).max(MOST_QUOTES),
  });
  return z.strictObject({
    criteria: z.strictObject(Object.fromEntries(CRITERIA.map((id) => [id, criterion])) as Record<Criterion, typeof criterion>),
    coveredPoints: z.array(z.enum(question.points.map(({ id }) => id))),
  });
}

/** Where a quote stands in the answer, or null. A model may give back an escaped character as it was or as it read it. */
export function locate(answer: string, quote: string): Quote | null {
  for (const text of [quote, unescaped(quote)]) {
    const start = answer.indexOf(text);
    if (text.trim() !== '' && text.isWellFormed() && start >= 0) return { start, end: start + text.length, text };
  }
  return null;
}
