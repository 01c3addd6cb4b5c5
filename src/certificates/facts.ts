import { z } from 'zod';

/** Who wrote down what was said in an answer that counts. `typed`: the candidate wrote it; `edited`: they changed what a program wrote down. */
export const transcripts = ['typed', 'program', 'edited'] as const;
export type Transcript = (typeof transcripts)[number];

/**
 * What a certificate says, copied from its interview when it is asked for; the name it bears and its dates stand beside it.
 * Scores are decimals with two places, cut off, with a third where two would read as the mark: `'8.04'`.
 */
export const certificateFacts = z.strictObject({
  roleTitle: z.string(),
  /** Whose questions were asked, where the candidate calls the role by words of their own: `'Software engineer'`. */
  questionSet: z.string().optional(),
  levelTitle: z.string(),
  overall: z.string(),
  /** The exact score as a fraction: `'376/50'`. */
  exact: z.string(),
  /** Strictly above this, `'7.5'`. */
  mark: z.string(),
  competencies: z.array(z.strictObject({ title: z.string(), score: z.string() })),
  /** How many questions were asked and scored. */
  questions: z.number().int(),
  evaluator: z.strictObject({ name: z.string(), version: z.string(), builtIn: z.boolean(), /** A person decided about the score. */ person: z.boolean() }),
  rubric: z.string(),
  /** Of all answers, the ways they came to be words, and which programs wrote down: `'Whisper base.en'`. */
  transcripts: z.array(z.enum(transcripts)),
  transcribers: z.array(z.string()),
  /** When it was handed in, ISO 8601. */
  takenAt: z.string(),
  /** The question the clip answers, and how long the clip is; null without one. */
  clip: z.strictObject({ question: z.string(), score: z.string(), durationMs: z.number().int() }).nullable(),
});
export type CertificateFacts = z.infer<typeof certificateFacts>;

/** A certificate with all that is written on it. Addresses are made of `PUBLIC_URL` and `slug`: `<PUBLIC_URL>/c/<slug>`. */
export interface Inscription {
  readonly id: string;
  readonly slug: string;
  /** The address of its page. */
  readonly url: string;
  readonly name: string;
  readonly issuedAt: Date;
  readonly validUntil: Date;
  readonly facts: CertificateFacts;
}
