import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { signInSecondStep } from '../../api/commands.js';
import { isProblem } from '../../api/problem.js';
import { sessionQuery } from '../../api/queries.js';
import { type Session } from '../../api/schema.js';
import { ButtonLink } from '../../ui/button-link.js';
import { hasFaults, SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './account-form.module.css';
import { checkCode } from './checks.js';
import { CodeField } from './code-field.js';
import { useBeginSession } from './use-begin-session.js';

/** The second step of a sign-in whose first one was right. */
export function SecondStepForm({ onDone }: { onDone: (session: Session) => void }) {
  const { data: session } = useQuery(sessionQuery);
  const beginSession = useBeginSession();
  const sent = useSentForm({
    initialValues: { code: '' },
    validate: { code: checkCode },
    send: ({ code }) => signInSecondStep(code.trim()),
    onDone: (begun) => {
      beginSession(begun);
      onDone(begun);
    },
    fieldOf: { 'accounts.wrong_code': 'code' },
  });
  const { form, sending } = sent;
  const over = isProblem(sending.error, 'accounts.sign_in_expired') || (session?.account === null && session.awaits !== 'second_factor');
  return (
    <>
      <PageHeading title="Second step" failed={hasFaults(sent)}>Second step</PageHeading>
      {over ? <BeginAgain /> : (
        <>
          <p className={styles.before}>The first step was right. Now open your authenticator app and type the six digits it shows for Viva Voce.</p>
          <SentForm sent={sent} verb="Sign in">
            <CodeField id="code" label="Code" description="Phone lost? A recovery code works here too, once." key={form.key('code')} {...form.getInputProps('code')} />
          </SentForm>
          <p><Link to="/sign-in">Begin again</Link></p>
        </>
      )}
    </>
  );
}

const BeginAgain = () => (
  <div className={styles.stack}>
    <Notice kind="warning" title="The first step is too long ago">Nothing was changed. Begin again with your password, a mail or another way.</Notice>
    <ButtonLink to="/sign-in">Sign in</ButtonLink>
  </div>
);
