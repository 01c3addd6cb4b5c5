import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { changeEmail } from '../../api/account-commands.js';
import { myAccountQuery } from '../../api/account-queries.js';
import { type MyAccount } from '../../api/schema.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { checkEmail, checkPassword } from './checks.js';
import { PasswordField } from './password-field.js';
import { PendingEmail } from './pending-email.js';
import { Proved, proofFields, proofOf, useProofRefused } from './proof.js';
import styles from './settings.module.css';

/** The address one signs in with, and how it becomes another. */
export function ProfileEmail({ account }: { account: MyAccount }) {
  return (
    <section aria-labelledby="your-address" className={styles.section}>
      <h2 id="your-address">Your e-mail address</h2>
      <p>You sign in with <strong>{account.email}</strong>, and our mails go there.</p>
      {account.pendingEmail === null
        ? <Proved account={account}>{(asksPassword) => <ChangeForm asksPassword={asksPassword} />}</Proved>
        : <PendingEmail pending={account.pendingEmail} current={account.email} />}
    </section>
  );
}

function ChangeForm({ asksPassword }: { asksPassword: boolean }) {
  const queryClient = useQueryClient();
  const onRefused = useProofRefused();
  const sent = useSentForm({
    initialValues: { email: '', password: '' },
    validate: { email: checkEmail, password: (password) => (asksPassword ? checkPassword(password) : null) },
    send: ({ email, password }) => changeEmail({ email: email.trim(), ...proofOf(password) }),
    onDone: () => {
      focusHeading();
      void queryClient.invalidateQueries({ queryKey: myAccountQuery.queryKey });
    },
    fieldOf: { ...proofFields, 'accounts.same_email': 'email' },
    onRefused,
  });
  const { form } = sent;
  return (
    <SentForm sent={sent} verb="Change the address">
      <TextInput
        id="email" label="New e-mail address" description="We mail both addresses. It changes once you have confirmed in both." type="email" autoComplete="email"
        key={form.key('email')} {...form.getInputProps('email')}
      />
      {asksPassword && <PasswordField id="password" label="Your password" autoComplete="current-password" key={form.key('password')} {...form.getInputProps('password')} />}
    </SentForm>
  );
}
