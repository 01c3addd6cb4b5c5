import { z } from 'zod';
import { revocations } from '../issuing/certificate.entity.js';
import { measureKinds } from './measure.repository.js';

const moment = z.string().meta({ format: 'date-time' });

/** The owner of the certificate reads it. */
export const measureBody = z.strictObject({ reason: z.string().max(1000) });

export const measure = z.object({ kind: z.enum(measureKinds), reason: z.string(), at: moment }).meta({ id: 'CertificateMeasure' });

export const registerQuery = z.strictObject({ find: z.string().max(2000) });

export const registerLine = z
  .object({
    id: z.uuid(),
    url: z.string(),
    state: z.enum(['issued', 'revoked', 'expired']),
    issuedAt: moment,
    validUntil: moment,
    suspendedAt: moment.nullable(),
    revokedAt: moment.nullable(),
    revokedBecause: z.enum(revocations).nullable(),
    isPublished: z.boolean(),
    /** The newest first. */
    measures: z.array(measure),
  })
  .meta({ id: 'RegisterLine' });
export type RegisterLineView = z.infer<typeof registerLine>;

export const registerView = z.object({ /** Null when there is none. */ certificate: registerLine.nullable() }).meta({ id: 'CertificateRegister' });
export type RegisterView = z.infer<typeof registerView>;
