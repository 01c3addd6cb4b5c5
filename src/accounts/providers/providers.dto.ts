import { z } from 'zod';
import { ageField, nameField } from '../accounts.dto.js';

/** A page of ours; two slashes, or a slash and a backslash, would be another site. */
const ownPath = z.string().max(500).regex(/^\/(?![/\\])[\x21-\x7e]*$/, 'That is no page of ours.');

export const providerStartBody = z.strictObject({ staySignedIn: z.boolean().default(false), next: ownPath.default('/practice') });
export const finishSignUpBody = z.strictObject({ name: nameField, age: ageField, takesPicture: z.boolean().default(false) });
export const providerAddressView = z.object({ url: z.url() }).meta({ id: 'ProviderAddress' });
export const pendingSignUpView = z.object({ provider: z.object({ id: z.string(), name: z.string() }), name: z.string(), email: z.string(), hasPicture: z.boolean() }).meta({ id: 'PendingSignUp' });

export type ProviderStartBody = z.infer<typeof providerStartBody>;
export type FinishSignUpBody = z.infer<typeof finishSignUpBody>;
export type PendingSignUpView = z.infer<typeof pendingSignUpView>;
