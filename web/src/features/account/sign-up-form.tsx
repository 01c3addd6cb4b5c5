import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { signUp } from '../../api/commands.js';
import { policyQuery } from '../../api/queries.js';
import { hasFaults, SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { PageHeading } from '../../ui/page-heading.js';
import { AgeField } from './age-field.js';
import { checkAge, checkEmail, checkName, checkPassword } from './checks.js';
import { PASSWORD_HINT, PasswordField } from './password-field.js';
import { ProviderWays } from './provider-ways.js';
import { useSignInWays } from './use-sign-in-ways.js';

export function SignUpForm({ onDone, next }: { onDone: (email: string) => void; next: string | undefined }) {
  const { data: policy } = useQuery(policyQuery);
  const minimum = policy?.ages.account;
  const { password: takesPassword } = useSignInWays();
  const hires = next === '/organisation/new';
  const sent = useSentForm({
    initialValues: { name: '', email: '', password: '', age: '' },
    validate: { name: checkName, email: checkEmail, password: (password) => (takesPassword ? checkPassword(password) : null), age: (age) => checkAge(age, minimum) },
    send: ({ name, email, password, age }) => signUp({ name: name.trim(), email: email.trim(), age: Number(age), ...(takesPassword ? { password } : {}) }),
    onDone: ({ email }) => onDone(email),
    fieldOf: { 'accounts.too_young': 'age', 'accounts.password_too_long': 'password', 'accounts.password_too_short': 'password' },
  });
  const { form } = sent;
  return (
    <>
      <PageHeading title="Sign up" failed={hasFaults(sent)} lead={hires ? 'With your work address: if it is at the domain of your organisation, you can begin at once.' : 'An account keeps your interviews for you. No recruiter sees them unless you decide so.'}>
        Make an account
      </PageHeading>
      <SentForm sent={sent} verb="Sign up">
        <TextInput id="name" label="Your name" autoComplete="name" maxLength={200} key={form.key('name')} {...form.getInputProps('name')} />
        <TextInput
          id="email" label={hires ? 'Work e-mail address' : 'E-mail address'} description={takesPassword ? 'We send one link there, to know that it is yours.' : 'We mail you a link and a code, now and whenever you sign in.'} type="email" autoComplete="email"
          key={form.key('email')} {...form.getInputProps('email')}
        />
        {takesPassword && <PasswordField id="password" label="Password" description={PASSWORD_HINT} autoComplete="new-password" key={form.key('password')} {...form.getInputProps('password')} />}
        <AgeField minimum={minimum} key={form.key('age')} {...form.getInputProps('age')} />
      </SentForm>
      <ProviderWays next={next}>Or let another place say who you are. We ask for your age before we store anything.</ProviderWays>
    </>
  );
}
