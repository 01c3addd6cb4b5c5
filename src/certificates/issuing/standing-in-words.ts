import { type z } from 'zod';
import { type certifiableShapes } from '../../interviews/index.js';

export type Standing = z.infer<typeof certifiableShapes.standing>;

/** Why an interview earns no certificate, as one sentence for whoever asks for it all the same. */
export function standingInWords({ why, overall, mark, needed, seen }: Standing): string {
  const words: Record<Standing['why'][number], string> = {
    not_scored: 'it has no score.',
    waiting: 'its score is not there yet.',
    in_review: 'a person is still deciding about its score.',
    coach: 'it was taken with help. An interview in Live mode can earn one.',
    drill: 'it was about one competency. A whole interview can earn one.',
    too_few_questions: `${needed} scored questions are needed.`,
    not_above: `its score is ${overall ?? 'missing'}, and has to be above ${Number(mark).toFixed(2)}.`,
    outline_seen: `you had seen the model outline of ${seen.length === 1 ? 'one of its questions' : 'some of its questions'} before.`,
    too_old: 'it was handed in longer ago than a certificate is valid.',
    typed: 'only answers that were spoken count here.',
  };
  const [first] = why;
  return first === undefined ? 'something is missing.' : words[first];
}
