import { z } from 'zod';
import { type Inscription } from '../facts.js';
import { certificateTitle, evaluatorInWords, questionsInWords, transcriptInWords } from '../words.js';

/** All that whoever has the link is shown of a certificate, and nothing else; scores are decimals as they are shown. */
export const publicCertificate = z.strictObject({
  id: z.uuid(),
  /** The address of its page. */
  url: z.string(),
  /** As its owner chose. */
  name: z.string(),
  /** `Software engineer, Mid-level`. */
  title: z.string(),
  roleTitle: z.string(),
  levelTitle: z.string(),
  overall: z.string(),
  mark: z.string(),
  competencies: z.array(z.strictObject({ title: z.string(), score: z.string() })),
  questions: z.number().int(),
  /** Sentences without a full stop. */
  evaluator: z.string(),
  isBuiltIn: z.boolean(),
  rubric: z.string(),
  transcript: z.string(),
  /** Whose questions were asked, in words, where the role does not say it. */
  questionSet: z.string().nullable(),
  takenAt: z.iso.datetime(),
  issuedAt: z.iso.datetime(),
  validUntil: z.iso.datetime(),
  /** Begun days count in full. */
  daysLeft: z.number().int(),
  clip: z.strictObject({ src: z.string(), captions: z.string().nullable(), question: z.string(), score: z.string(), durationMs: z.number().int() }).nullable(),
});
export type PublicCertificate = z.infer<typeof publicCertificate>;

/** Where the clip plays, and where its captions are; null for a certificate without one. */
export type ClipPlace = { readonly src: string; readonly captions: string | null } | null;

/** What the public sees of a certificate: the one shape of the page, of its preview and of what is said about both. */
export function publicView({ id, url, name, issuedAt, validUntil, facts }: Inscription, { now, clip }: { now: Date; clip: ClipPlace }): PublicCertificate {
  const { roleTitle, levelTitle, overall, mark, competencies, questions, rubric, takenAt } = facts;
  return {
    id, url, name, title: certificateTitle(facts), roleTitle, levelTitle, overall, mark, questions, rubric,
    competencies: competencies.map(({ title, score }) => ({ title, score })),
    evaluator: evaluatorInWords(facts), isBuiltIn: facts.evaluator.builtIn, transcript: transcriptInWords(facts), questionSet: questionsInWords(facts),
    takenAt: new Date(takenAt).toISOString(), issuedAt: issuedAt.toISOString(), validUntil: validUntil.toISOString(),
    daysLeft: Math.max(0, Math.ceil((validUntil.getTime() - now.getTime()) / DAY_MS)),
    clip: clip && facts.clip && { ...clip, ...facts.clip },
  };
}

const DAY_MS = 86_400_000;
