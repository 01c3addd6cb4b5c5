import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { sendResetMail } from '../../api/commands.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { hasFaults, SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './account-form.module.css';
import { checkEmail } from './checks.js';
import { InboxHint } from './inbox-hint.js';

/** Asks for a link under which a new password can be set. The answer is the same for every address. */
export function ForgottenPasswordForm({ email }: { email: string }) {
  const [mailed, setMailed] = useState<string | null>(null);
  const sent = useSentForm({
    initialValues: { email },
    validate: { email: checkEmail },
    send: (values) => sendResetMail(values.email.trim()),
    onDone: (_answer, values) => setMailed(values.email.trim()),
  });
  const { form } = sent;
  if (mailed !== null) return <Mailed email={mailed} />;
  return (
    <>
      <PageHeading title="Set a new password" failed={hasFaults(sent)} lead="We mail you a link. Behind it you set a new password. Until then the old one keeps working.">
        Set a new password
      </PageHeading>
      <SentForm sent={sent} verb="Mail me the link">
        <TextInput id="email" label="E-mail address" type="email" autoComplete="email" key={form.key('email')} {...form.getInputProps('email')} />
      </SentForm>
      <p><Link to="/sign-in">Back to the sign-in</Link></p>
    </>
  );
}

function Mailed({ email }: { email: string }) {
  useEffect(focusHeading, []);
  return (
    <>
      <PageHeading title="Check your mail">Check your mail</PageHeading>
      <div className={styles.stack}>
        <p role="status">If there is an account with <span className={styles.address}>{email}</span>, a mail with a link is on its way to it. The link works once, for a short time.</p>
        <InboxHint />
        <p>Nothing there? Look among the unwanted mails, and check the address. Then ask again.</p>
        <p><Link to="/sign-in">Back to the sign-in</Link></p>
      </div>
    </>
  );
}
