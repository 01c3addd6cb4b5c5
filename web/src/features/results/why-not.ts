import { type CertificateStanding } from '../../api/generated/index.js';
import { count } from '../../lib/format.js';

type Reason = CertificateStanding['why'][number];

/** What keeps an interview from a certificate, each in a sentence. */
export function whyNot({ why, overall, mark, questions, needed, seen }: CertificateStanding): string[] {
  const words: Readonly<Record<Reason, string>> = {
    waiting: 'Your answers are not scored yet.',
    not_scored: 'An answer could not be scored, so there is no overall score.',
    in_review: 'A person decides about your score first.',
    coach: 'You had a coach. A certificate needs an interview without help.',
    drill: 'It asked about one competency alone. A certificate needs a whole interview.',
    too_few_questions: `${count(questions, 'answer')} of yours ${questions === 1 ? 'has' : 'have'} a score, and a certificate needs ${needed}.`,
    not_above: `Your score is ${overall ?? ''}, and a certificate needs one above ${Number(mark).toFixed(2)}.`,
    outline_seen: `You could read the model outline of ${count(seen.length, 'question')} before you handed your answers in. A certificate needs questions that are new to you.`,
    too_old: 'You handed it in longer ago than a certificate is valid. A new interview can earn one.',
    typed: 'You typed answers, or wrote down yourself what you had said. Here a certificate needs words that a program wrote down while you spoke.',
  };
  return why.map((reason) => words[reason]);
}
