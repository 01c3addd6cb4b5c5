import { Checkbox, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { signIn } from '../../api/commands.js';
import { isProblem } from '../../api/problem.js';
import { type Session } from '../../api/schema.js';
import { hasFaults, SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { PageHeading } from '../../ui/page-heading.js';
import { checkEmail, checkPassword } from './checks.js';
import { OtherWays } from './other-ways.js';
import { PasswordField } from './password-field.js';
import { ResendMail } from './resend-mail.js';
import { SignInNotices, type SignInNews } from './sign-in-notices.js';
import { useBeginSession } from './use-begin-session.js';

/** Signing in by password, and the way to every other way. `onDone` hears who it is, or that the second step is missing. */
export function SignInForm({ onDone, news, next }: { onDone: (session: Session) => void; news: SignInNews; next: string | undefined }) {
  const beginSession = useBeginSession();
  const [typed, setTyped] = useState({ email: '', staySignedIn: false });
  const sent = useSentForm({
    initialValues: { email: '', password: '', staySignedIn: false },
    validate: { email: checkEmail, password: checkPassword },
    send: ({ email, password, staySignedIn }) => signIn({ email: email.trim(), password, staySignedIn }),
    onDone: (session) => {
      beginSession(session);
      onDone(session);
    },
    onTyped: ({ email, staySignedIn }) => setTyped({ email, staySignedIn }),
  });
  const { form, sending } = sent;
  return (
    <>
      <PageHeading title="Sign in" failed={hasFaults(sent)}>Sign in</PageHeading>
      {!hasFaults(sent) && <SignInNotices news={news} />}
      {isProblem(sending.error, 'accounts.email_not_verified') && <ResendMail email={sending.variables?.values.email.trim() ?? ''} />}
      <SentForm sent={sent} verb="Sign in" beside={<Link to="/forgotten-password" state={{ email: typed.email }}>Forgotten your password?</Link>}>
        <TextInput id="email" label="E-mail address" type="email" autoComplete="email" key={form.key('email')} {...form.getInputProps('email')} />
        <PasswordField id="password" label="Password" autoComplete="current-password" key={form.key('password')} {...form.getInputProps('password')} />
        <Checkbox
          id="staySignedIn" label="Stay signed in" description="Only on a device nobody else uses."
          key={form.key('staySignedIn')} {...form.getInputProps('staySignedIn', { type: 'checkbox' })}
        />
      </SentForm>
      <OtherWays email={typed.email} staySignedIn={typed.staySignedIn} next={next} />
    </>
  );
}
