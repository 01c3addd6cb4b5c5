import { z } from 'zod';
import { emailField, moment, nameField, newPasswordField, passwordField, phoneField } from '../accounts.dto.js';

const proof = { password: passwordField.optional() };

export const proofBody = z.strictObject(proof);
/** What is left out stays as it is. */
export const accountChangeBody = z.strictObject({ name: nameField.optional(), phone: phoneField.nullable().optional() });
export const passwordBody = z.strictObject({ password: newPasswordField, current: passwordField.optional() });
export const emailChangeBody = z.strictObject({ email: emailField, ...proof });
export const deletionBody = z.strictObject({ now: z.boolean(), ...proof });

/** An account as its owner sees it in the settings. Until `freshUntil` nobody asks again for the password. */
export const myAccountView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    /** The place whose picture was taken along. */
    pictureFrom: z.string().nullable(),
    roles: z.array(z.enum(['candidate', 'recruiter', 'interviewer', 'operator'])),
    signedUpAt: moment,
    hasPassword: z.boolean(),
    providers: z.array(z.object({ id: z.uuid(), name: z.string() })),
    pendingEmail: z.object({ email: z.string(), confirmed: z.array(z.enum(['old', 'new'])), until: moment }).nullable(),
    freshUntil: moment.nullable(),
  })
  .meta({ id: 'MyAccount' });

/** `waiting`: the other address has not said yes. */
export const emailChangeView = z.object({ state: z.enum(['waiting', 'changed']) }).meta({ id: 'EmailChange' });
export const deletionView = z.object({ goneAt: moment, now: z.boolean() }).meta({ id: 'AccountDeletion' });

export const mySessionsView = z
  .object({
    sessions: z.array(z.object({
      id: z.uuid(), way: z.enum(['password', 'link', 'provider']), browser: z.string(), beganAt: moment, lastUsedAt: moment, endsAt: moment, staysSignedIn: z.boolean(), current: z.boolean(),
    })),
  })
  .meta({ id: 'MySessions' });

export const apiTokenView = z.object({ token: z.string(), expiresAt: moment }).meta({ id: 'ApiToken' });

export type ProofBody = z.infer<typeof proofBody>;
export type AccountChangeBody = z.infer<typeof accountChangeBody>;
export type PasswordBody = z.infer<typeof passwordBody>;
export type EmailChangeBody = z.infer<typeof emailChangeBody>;
export type DeletionBody = z.infer<typeof deletionBody>;
export type MyAccountView = z.infer<typeof myAccountView>;
export type EmailChangeView = z.infer<typeof emailChangeView>;
export type DeletionView = z.infer<typeof deletionView>;
export type MySessionsView = z.infer<typeof mySessionsView>;
export type ApiTokenView = z.infer<typeof apiTokenView>;
