import { z } from 'zod';

/** What may become of a check; the first is the only good one. */
export const verdictResults = ['valid', 'tampered', 'foreign_issuer', 'expired', 'revoked', 'suspended', 'not_a_credential'] as const;

/** What was looked at, in order. */
export const verificationChecks = ['found', 'signature', 'issuer', 'register', 'file'] as const;

/** What a check of a certificate found. `certificate` stands there for a valid one; `passed` is null where it could not be told. */
export const verdictView = z.object({
  result: z.enum(verdictResults),
  why: z.string(),
  certificate: z.object({
    name: z.string(), roleTitle: z.string(), overall: z.string(), issuedAt: z.iso.datetime(), validUntil: z.iso.datetime(), url: z.url(), issuer: z.string(),
  }).optional(),
  checks: z.array(z.object({ what: z.enum(verificationChecks), passed: z.boolean().nullable(), says: z.string() })),
}).meta({ id: 'Verdict' });
export type Verdict = z.infer<typeof verdictView>;

/** Anything that was pasted: a credential, a JWT, a link to one of our certificates. Everything else in an object is taken for a credential itself. */
export const pastedBody = z.strictObject({ text: z.string() });
