import { resetPassword } from '../../api/commands.js';
import { isProblem } from '../../api/problem.js';
import { ButtonLink } from '../../ui/button-link.js';
import { hasFaults, SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './account-form.module.css';
import { checkPassword } from './checks.js';
import { PASSWORD_HINT, PasswordField } from './password-field.js';

/** Behind the link of the mail: a new password, and every sign-in ends. */
export function ResetPasswordForm({ token, onDone }: { token: string | null; onDone: () => void }) {
  const sent = useSentForm({
    initialValues: { password: '' },
    validate: { password: checkPassword },
    send: ({ password }) => resetPassword({ token: token ?? '', password }),
    onDone,
    fieldOf: { 'accounts.password_too_long': 'password', 'accounts.password_too_short': 'password' },
  });
  const { form, sending } = sent;
  const over = token === null || isProblem(sending.error, 'accounts.link_used_or_expired');
  return (
    <>
      <PageHeading title="Set a new password" failed={hasFaults(sent)}>Set a new password</PageHeading>
      {over ? <LinkOver complete={token !== null} /> : (
        <SentForm sent={sent} verb="Set the new password">
          <p>Every sign-in of your account ends with it. Then sign in with the new password.</p>
          <PasswordField id="password" label="New password" description={PASSWORD_HINT} autoComplete="new-password" key={form.key('password')} {...form.getInputProps('password')} />
        </SentForm>
      )}
    </>
  );
}

const LinkOver = ({ complete }: { complete: boolean }) => (
  <div className={styles.stack}>
    {complete
      ? <Notice kind="warning" title="This link does not work any more">It was used already, or its time ran out. Your password is what it was.</Notice>
      : <Notice kind="warning" title="The link is not complete">Open it again from the mail, or copy all of it into the address bar.</Notice>}
    <ButtonLink to="/forgotten-password">Ask for a new link</ButtonLink>
  </div>
);
