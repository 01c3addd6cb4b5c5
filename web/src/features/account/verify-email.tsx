import { Link } from '@tanstack/react-router';
import { verifyEmail } from '../../api/commands.js';
import { isProblem } from '../../api/problem.js';
import { hasFaults, SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './account-form.module.css';
import { checkPassword } from './checks.js';
import { PasswordField } from './password-field.js';
import { useSignInWays } from './use-sign-in-ways.js';

/** The link of the mail leads here and does nothing by itself. It takes the password as well: the account may be a stranger's who used this address. */
export function VerifyEmail({ token, onDone }: { token: string | null; onDone: () => void }) {
  const sent = useSentForm({
    initialValues: { password: '' },
    validate: { password: checkPassword },
    send: ({ password }) => verifyEmail({ token: token ?? '', password }),
    onDone,
    fieldOf: { 'accounts.wrong_password_for_confirmation': 'password' },
  });
  const { form, sending } = sent;
  const { link } = useSignInWays();
  const over = token === null || isProblem(sending.error, 'accounts.link_used_or_expired');
  return (
    <>
      <PageHeading title="Confirm your address" failed={hasFaults(sent)}>Confirm your e-mail address</PageHeading>
      {over ? <LinkOver complete={token !== null} /> : (
        <SentForm sent={sent} verb="Confirm my address" beside={link ? <Link to="/sign-in/mail">Mail me a sign-in link instead</Link> : <Link to="/forgotten-password">Set a new password instead</Link>}>
          <p>Enter the password you chose when you signed up. If you chose none, somebody else used your address: {link ? 'a sign-in link' : 'setting a new password'} shows that it is yours, and ends their password.</p>
          <PasswordField id="password" label="Password" autoComplete="current-password" key={form.key('password')} {...form.getInputProps('password')} />
        </SentForm>
      )}
    </>
  );
}

const LinkOver = ({ complete }: { complete: boolean }) => (
  <div className={styles.stack}>
    {complete ? (
      <Notice kind="warning" title="This link does not work any more">
        It was used already, or its time ran out. If you confirmed your address before, <Link to="/sign-in">sign in</Link>; if not, sign in as well and have a new link sent.
      </Notice>
    ) : <Notice kind="warning" title="The link is not complete">Open it again from the mail, or copy all of it into the address bar.</Notice>}
  </div>
);
