import { z } from 'zod';

export const emailField = z.email('Enter an e-mail address like name@example.com.').max(254).transform((value) => value.toLowerCase());
const text = (max: number, ask: string) => z.string().trim().min(1, ask).max(max, `Use at most ${max} characters.`).refine((value) => !value.includes('\0'), 'Remove the character that cannot be stored.');
export const nameField = text(200, 'Enter your name.');
export const ageField = z.number('Enter your age as a number.').int('Enter your age in whole years.').min(1, 'Enter your age.').max(130, 'Enter your age.');
export const newPasswordField = z.string().min(1, 'Choose a password.').max(1000, 'That is longer than any password we can check.');
/** A password somebody has already; the bound keeps megabytes away from the hash. */
export const passwordField = z.string().min(1, 'Enter your password.').max(1000, 'That is longer than any password we can check.');
/** Digits as people write them, in any country; nobody calls it from here, so that it is one is for its owner to know. */
export const phoneField = z.string().trim().regex(/^\+?[0-9][0-9 ()./-]{3,28}[0-9]$/, 'Enter a number like +47 55 12 34 56.');
const token = z.string().min(1).max(2000);
const code = z.string().trim().min(1, 'Enter the code.').max(40, 'That is longer than any code of ours.');
export const moment = z.string().meta({ format: 'date-time' });

/** With a password where people sign in with one, and without where they do not. */
export const signUpBody = z.strictObject({ name: nameField, email: emailField, password: newPasswordField.optional(), age: ageField });
export const signInBody = z.strictObject({ email: emailField, password: passwordField, staySignedIn: z.boolean().default(false) });
export const linkMailBody = z.strictObject({ email: emailField, staySignedIn: z.boolean().default(false) });
export const tokenBody = z.strictObject({ token });
export const confirmBody = z.strictObject({ token, password: passwordField });
export const codeBody = z.strictObject({ code });
export const emailBody = z.strictObject({ email: emailField });
export const newPasswordBody = z.strictObject({ token, password: newPasswordField });

const accountView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(['candidate', 'recruiter', 'interviewer', 'operator'])),
  /** `required`: it is off, and a role of this account opens nothing until it is on. */
  secondFactor: z.enum(['on', 'off', 'required']),
  hasPicture: z.boolean(),
});

/** Who is signed in; `account` is null for everybody else. `awaits` says that a code is still to be given. */
export const sessionView = z.object({ account: accountView.nullable(), awaits: z.literal('second_factor').optional() }).meta({ id: 'Session' });
export const mailSentView = z.object({ email: z.string() }).meta({ id: 'MailSent' });
export const confirmedView = z.object({ confirmed: z.literal(true) }).meta({ id: 'AddressConfirmed' });
export const passwordChangedView = z.object({ changed: z.literal(true) }).meta({ id: 'PasswordChanged' });

export type SignUpBody = z.infer<typeof signUpBody>;
export type SignInBody = z.infer<typeof signInBody>;
export type LinkMailBody = z.infer<typeof linkMailBody>;
export type ConfirmBody = z.infer<typeof confirmBody>;
export type NewPasswordBody = z.infer<typeof newPasswordBody>;
export type SessionView = z.infer<typeof sessionView>;
