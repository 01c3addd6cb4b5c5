import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { signUp } from '../../api/commands.js';
import { policyQuery } from '../../api/queries.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { PageHeading } from '../../ui/page-heading.js';
import '../../ui/mantine-forms.css';
import styles from './account-form.module.css';
import { checkAge, checkEmail, checkName, checkPassword } from './checks.js';
import { asSentences, faultsOf } from './faults.js';

export function SignUpForm({ onDone }: { onDone: (email: string) => void }) {
  const { data: policy } = useQuery(policyQuery);
  const minimum = policy?.ages.account;
  const [attempt, setAttempt] = useState(0);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', email: '', password: '', age: '' },
    validate: { name: checkName, email: checkEmail, password: checkPassword, age: (age) => checkAge(age, minimum) },
  });
  const submission = useMutation({
    mutationFn: ({ name, email, password, age }: typeof form.values) =>
      signUp({ name: name.trim(), email: email.trim(), password, age: Number(age) }),
    onSuccess: ({ email }) => onDone(email),
    onError: (error) => {
      form.setErrors(faultsOf(error, { 'accounts.too_young': 'age', 'accounts.password_too_long': 'password' }));
      setAttempt((before) => before + 1);
    },
  });
  const faults = asSentences(form.errors);
  return (
    <>
      <PageHeading title="Sign up" failed={Object.keys(faults).length > 0} lead="An account keeps your interviews for you. Nobody else sees them.">
        Make an account
      </PageHeading>
      <ErrorSummary errors={faults} attempt={attempt} />
      <form noValidate className={styles.form} onSubmit={form.onSubmit((values) => submission.mutate(values), () => setAttempt(attempt + 1))}>
        <TextInput id="name" label="Your name" autoComplete="name" maxLength={200} key={form.key('name')} {...form.getInputProps('name')} />
        <TextInput
          id="email" label="E-mail address" description="We send one link there, to know that it is yours." type="email" autoComplete="email"
          key={form.key('email')} {...form.getInputProps('email')}
        />
        <PasswordInput
          id="password" label="Password" description="At least 12 characters. Three words in a row are easy to remember." autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }} key={form.key('password')} {...form.getInputProps('password')}
        />
        <TextInput
          id="age" label="How old are you?" className={styles.short} inputMode="numeric" autoComplete="off"
          description={`We ask before we store anything. ${minimum === undefined ? 'Below the age this place asks for, we keep nothing.' : `Under ${minimum} we keep nothing.`}`}
          key={form.key('age')} {...form.getInputProps('age')}
        />
        <div><Button type="submit" loading={submission.isPending}>Sign up</Button></div>
      </form>
    </>
  );
}
