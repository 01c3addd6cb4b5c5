import { useQueryClient } from '@tanstack/react-query';
import { changePassword } from '../../api/account-commands.js';
import { myAccountQuery } from '../../api/account-queries.js';
import { type MyAccount } from '../../api/schema.js';
import { SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { Notice } from '../../ui/notice.js';
import { checkPassword } from './checks.js';
import { PASSWORD_HINT, PasswordField } from './password-field.js';
import { SignInAgain, useProofRefused } from './proof.js';
import styles from './settings.module.css';

/** A new password in place of the old one, or the first one for whoever came without. */
export const PasswordChange = ({ account }: { account: MyAccount }) => (
  <div className={styles.section}>
    {account.hasPassword || account.freshUntil !== null ? <Form hasPassword={account.hasPassword} /> : <SignInAgain />}
  </div>
);

function Form({ hasPassword }: { hasPassword: boolean }) {
  const queryClient = useQueryClient();
  const onRefused = useProofRefused();
  const sent = useSentForm({
    initialValues: { current: '', password: '' },
    validate: { current: (current) => (hasPassword ? checkPassword(current) : null), password: checkPassword },
    send: ({ current, password }) => changePassword({ password, ...(hasPassword ? { current } : {}) }),
    onDone: () => {
      form.reset();
      void queryClient.invalidateQueries({ queryKey: myAccountQuery.queryKey });
    },
    fieldOf: { 'accounts.wrong_password': 'current', 'accounts.password_too_long': 'password', 'accounts.password_too_short': 'password' },
    onRefused,
  });
  const { form, sending } = sent;
  return (
    <>
      {sending.isSuccess && <Notice kind="done">Your password is set. All your other sign-ins have ended.</Notice>}
      <p>{hasPassword ? 'All your other sign-ins end with the change.' : 'You have no password: you sign in by mail or through another place. You may set one as well.'}</p>
      <SentForm sent={sent} verb={hasPassword ? 'Change the password' : 'Set a password'}>
        {hasPassword && <PasswordField id="current" label="Your password now" autoComplete="current-password" key={form.key('current')} {...form.getInputProps('current')} />}
        <PasswordField id="password" label="New password" description={PASSWORD_HINT} autoComplete="new-password" key={form.key('password')} {...form.getInputProps('password')} />
      </SentForm>
    </>
  );
}
