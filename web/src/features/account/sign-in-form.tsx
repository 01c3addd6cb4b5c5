import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { signIn } from '../../api/commands.js';
import { isProblem } from '../../api/problem.js';
import { sessionQuery } from '../../api/queries.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import '../../ui/mantine-forms.css';
import styles from './account-form.module.css';
import { checkEmail, checkPassword } from './checks.js';
import { asSentences, faultsOf } from './faults.js';
import { ResendMail } from './resend-mail.js';

export function SignInForm({ onDone, justConfirmed }: { onDone: () => void; justConfirmed: boolean }) {
  const queryClient = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '', staySignedIn: false },
    validate: { email: checkEmail, password: checkPassword },
  });
  const submission = useMutation({
    mutationFn: ({ email, password, staySignedIn }: typeof form.values) => signIn({ email: email.trim(), password, staySignedIn }),
    onSuccess: (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session);
      onDone();
    },
    onError: (error) => {
      form.setErrors(faultsOf(error));
      setAttempt((before) => before + 1);
    },
  });
  const faults = asSentences(form.errors);
  return (
    <>
      <PageHeading title="Sign in" failed={Object.keys(faults).length > 0}>Sign in</PageHeading>
      {justConfirmed && <div className={styles.before}><Notice kind="done">Your address is confirmed. Sign in with the password you chose.</Notice></div>}
      <ErrorSummary errors={faults} attempt={attempt} />
      {isProblem(submission.error, 'accounts.email_not_verified') && <ResendMail email={submission.variables?.email.trim() ?? ''} />}
      <form noValidate className={styles.form} onSubmit={form.onSubmit((values) => submission.mutate(values), () => setAttempt(attempt + 1))}>
        <TextInput id="email" label="E-mail address" type="email" autoComplete="email" key={form.key('email')} {...form.getInputProps('email')} />
        <PasswordInput
          id="password" label="Password" autoComplete="current-password" visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
          key={form.key('password')} {...form.getInputProps('password')}
        />
        <Checkbox
          id="staySignedIn" label="Stay signed in" description="Only on a device nobody else uses."
          key={form.key('staySignedIn')} {...form.getInputProps('staySignedIn', { type: 'checkbox' })}
        />
        <div><Button type="submit" loading={submission.isPending}>Sign in</Button></div>
      </form>
    </>
  );
}
