import { z } from 'zod';

const email = z.email('Enter an e-mail address like name@example.com.').max(254).transform((value) => value.toLowerCase());
const text = (max: number, ask: string) => z.string().trim().min(1, ask).max(max, `Use at most ${max} characters.`).refine((value) => !value.includes('\0'), 'Remove the character that cannot be stored.');

export const signUpBody = z.strictObject({
  name: text(200, 'Enter your name.'),
  email,
  password: z.string().min(1, 'Choose a password.'),
  age: z.number('Enter your age as a number.').int('Enter your age in whole years.').min(1, 'Enter your age.').max(130, 'Enter your age.'),
});

export const signInBody = z.strictObject({
  email,
  password: z.string().min(1, 'Enter your password.'),
  staySignedIn: z.boolean().default(false),
});

export const tokenBody = z.strictObject({ token: z.string().min(1).max(2000) });
export const emailBody = z.strictObject({ email });

const accountView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(['candidate', 'recruiter', 'interviewer', 'operator'])),
});

/** Who is signed in; `account` is null for everybody else. */
export const sessionView = z.object({ account: accountView.nullable() }).meta({ id: 'Session' });
export const mailSentView = z.object({ email: z.string() }).meta({ id: 'MailSent' });
export const confirmedView = z.object({ confirmed: z.literal(true) }).meta({ id: 'AddressConfirmed' });

export type SignUpBody = z.infer<typeof signUpBody>;
export type SignInBody = z.infer<typeof signInBody>;
export type SessionView = z.infer<typeof sessionView>;
