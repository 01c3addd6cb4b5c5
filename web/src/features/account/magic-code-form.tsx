import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { signInByCode } from '../../api/commands.js';
import { policyQuery } from '../../api/queries.js';
import { type Session } from '../../api/schema.js';
import { hasFaults, SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './account-form.module.css';
import { checkCode } from './checks.js';
import { CodeField } from './code-field.js';
import { InboxHint } from './inbox-hint.js';
import { useBeginSession } from './use-begin-session.js';

/** After asking for the mail, in the same browser. Whether there is an account, nobody learns here. */
export function MagicCodeForm({ email, onDone }: { email: string | null; onDone: (session: Session) => void }) {
  const beginSession = useBeginSession();
  const minutes = useQuery(policyQuery).data?.signIn.linkMinutes;
  const sent = useSentForm({
    initialValues: { code: '' },
    validate: { code: checkCode },
    send: ({ code }) => signInByCode(code.trim()),
    onDone: (session) => {
      beginSession(session);
      onDone(session);
    },
    fieldOf: { 'accounts.wrong_code': 'code' },
  });
  const { form } = sent;
  return (
    <>
      <PageHeading title="Check your mail" failed={hasFaults(sent)}>Check your mail</PageHeading>
      <div className={`${styles.stack} ${styles.before}`}>
        <p>
          If there is an account with {email === null ? 'your address' : <span className={styles.address}>{email}</span>}, a mail is on its way to it. It works once, for {minutes === undefined ? 'some' : minutes} minutes.
        </p>
        <p>Open its link in this browser. If you read your mails on another device, type the code from the mail here.</p>
        <InboxHint />
      </div>
      <SentForm sent={sent} verb="Sign in">
        <CodeField id="code" label="Code from the mail" description="Eight letters and digits, such as ABCD-2345." key={form.key('code')} {...form.getInputProps('code')} />
      </SentForm>
      <p>Nothing there? Look among the unwanted mails, then <Link to="/sign-in/mail" state={{ email: email ?? '' }}>ask for another mail</Link>. Only the newest one works.</p>
    </>
  );
}
