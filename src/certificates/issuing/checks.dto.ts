import { z } from 'zod';
import { certifiableShapes } from '../../interviews/index.js';

const reason = z.string().max(1000);

export const checksView = z
  .object({
    checks: z.array(z.object({
      id: z.uuid(),
      roleTitle: z.string(),
      levelTitle: z.string(),
      overall: z.string(),
      askedAt: z.string().meta({ format: 'date-time' }),
      /** Of whoever asks: somebody else has to decide. */
      isOwn: z.boolean(),
      /** False once the interview is gone: there is nothing to read then. */
      isReadable: z.boolean(),
      findings: z.array(z.object({ position: z.number().int(), what: z.enum(['recording', 'words']), ofOwn: z.boolean(), share: z.number() })),
    })),
  })
  .meta({ id: 'CertificateChecks' });
export type ChecksView = z.infer<typeof checksView>;

/** Everybody whose answers are read can see it. */
export const readingBody = z.strictObject({ reason });
export const readingView = z.object({ answers: z.array(certifiableShapes.alikeAnswers) }).meta({ id: 'CertificateReading' });
export type ReadingView = z.infer<typeof readingView>;

/** The owner of a refused one reads the reason. */
export const checkDecisionBody = z.strictObject({ allow: z.boolean(), reason });
export type CheckDecisionBody = z.infer<typeof checkDecisionBody>;
