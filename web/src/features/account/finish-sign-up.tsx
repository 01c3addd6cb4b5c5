import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { pendingSignUpQuery } from '../../api/account-queries.js';
import { finishSignUp, forgetPendingSignUp } from '../../api/commands.js';
import { isAbsent } from '../../api/problem.js';
import { policyQuery } from '../../api/queries.js';
import { type PendingSignUp, type Session } from '../../api/schema.js';
import { ButtonLink } from '../../ui/button-link.js';
import { hasFaults, SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './account-form.module.css';
import { AgeField } from './age-field.js';
import { checkAge, checkName } from './checks.js';
import { useBeginSession } from './use-begin-session.js';

interface Props {
  onDone: (session: Session) => void;
  onForgotten: () => void;
}

/** After the first sign-in through a provider: the age, before anything is stored. */
export function FinishSignUp({ onDone, onForgotten }: Props) {
  const pending = useQuery(pendingSignUpQuery);
  if (isAbsent(pending.error)) return <TooLate />;
  return (
    <Loaded query={pending} failed="Your sign-up could not be read." skeleton={<LinesSkeleton lines={4} />}>
      {(known) => <AskAge known={known} onDone={onDone} onForgotten={onForgotten} />}
    </Loaded>
  );
}

function AskAge({ known, onDone, onForgotten }: Props & { known: PendingSignUp }) {
  const { data: policy } = useQuery(policyQuery);
  const beginSession = useBeginSession();
  const forgetting = useMutation({ mutationFn: forgetPendingSignUp, onSettled: onForgotten });
  const sent = useSentForm({
    initialValues: { name: known.name, age: '', takesPicture: false },
    validate: { name: checkName, age: (age) => checkAge(age, policy?.ages.account) },
    send: ({ name, age, takesPicture }) => finishSignUp({ name: name.trim(), age: Number(age), takesPicture }),
    onDone: (session) => {
      beginSession(session);
      onDone(session);
    },
    fieldOf: { 'accounts.too_young': 'age' },
  });
  const { form } = sent;
  return (
    <>
      <PageHeading title="One more step" failed={hasFaults(sent)}>One more step</PageHeading>
      <div className={`${styles.stack} ${styles.before}`}>
        <p>{known.provider.name} says that your address is <span className={styles.address}>{known.email}</span>. Nothing is stored yet.</p>
      </div>
      <SentForm
        sent={sent} verb="Make my account"
        beside={<Button variant="subtle" loading={forgetting.isPending} onClick={() => forgetting.mutate()}>No, forget it</Button>}
      >
        <TextInput id="name" label="Your name" autoComplete="name" maxLength={200} key={form.key('name')} {...form.getInputProps('name')} />
        <AgeField minimum={policy?.ages.account} key={form.key('age')} {...form.getInputProps('age')} />
        {known.hasPicture && (
          <Checkbox
            label="Take my picture along" description={`Nobody but you sees it here. Otherwise we do not even look at it at ${known.provider.name}.`}
            key={form.key('takesPicture')} {...form.getInputProps('takesPicture', { type: 'checkbox' })}
          />
        )}
      </SentForm>
    </>
  );
}

const TooLate = () => (
  <>
    <PageHeading title="Begin again">This sign-up is no longer here</PageHeading>
    <div className={styles.stack}>
      <Notice kind="warning">It was waiting for your age for some minutes only. Nothing was stored.</Notice>
      <ButtonLink to="/sign-up">Begin again</ButtonLink>
    </div>
  </>
);
