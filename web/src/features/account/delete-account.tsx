import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { deleteAccount } from '../../api/account-commands.js';
import { policyQuery } from '../../api/queries.js';
import { type AccountDeletion, type MyAccount } from '../../api/schema.js';
import { SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { checkPassword } from './checks.js';
import { PasswordField } from './password-field.js';
import { Proved, proofFields, proofOf, useProofRefused } from './proof.js';
import styles from './settings.module.css';

interface Props {
  account: MyAccount;
  onDeleted: (deletion: AccountDeletion) => void;
}

/** Says what goes when, then asks for the proof and the word. */
export function DeleteAccount({ account, onDeleted }: Props) {
  return (
    <section aria-labelledby="delete-account" className={styles.section}>
      <h2 id="delete-account">Delete account</h2>
      <WhatGoes />
      <Proved account={account}>{(asksPassword) => <Form asksPassword={asksPassword} email={account.email} onDeleted={onDeleted} />}</Proved>
    </section>
  );
}

function WhatGoes() {
  const { data: policy } = useQuery(policyQuery);
  const kept = (id: string): string | undefined => policy?.retention.find((row) => row.id === id)?.keep;
  return (
    <ul className={styles.plain}>
      <li><strong>At once</strong> your account is closed: you are signed out everywhere, nobody can sign in to it, and nothing of yours is shown any more.</li>
      <li>
        <strong>After {kept('deletedAccount') ?? 'some days'}</strong> everything is deleted: your name and address, your interviews with answers and scores,
        what was read from your resume, what you wrote for employers. We tell you the day by mail. You may use the address for a new account at any time.
      </li>
      <li><strong>Whoever has a copy</strong> of an interview that an organisation invited you to is asked by mail, with your name, to delete it.</li>
      <li><strong>What stays</strong> is what the registers say: that something was done, allowed, shown or asked, without your name, for {kept('register') ?? 'the time the policy says'}.</li>
    </ul>
  );
}

const checkUnderstood = (understood: boolean): string | null => (understood ? null : 'Tick the box to say that you want this');

function Form({ asksPassword, email, onDeleted }: { asksPassword: boolean; email: string; onDeleted: Props['onDeleted'] }) {
  const onRefused = useProofRefused();
  const sent = useSentForm({
    initialValues: { password: '', now: false, understood: false },
    validate: { password: (password) => (asksPassword ? checkPassword(password) : null), understood: checkUnderstood },
    send: ({ password, now }) => deleteAccount({ now, ...proofOf(password) }),
    onDone: onDeleted,
    fieldOf: proofFields,
    onRefused,
  });
  const { form } = sent;
  return (
    <SentForm sent={sent} verb="Delete my account" destroys>
      {asksPassword && <PasswordField id="password" label="Your password" autoComplete="current-password" key={form.key('password')} {...form.getInputProps('password')} />}
      <Checkbox
        id="now" label="Delete everything at once" description="Without the waiting time."
        key={form.key('now')} {...form.getInputProps('now', { type: 'checkbox' })}
      />
      <Checkbox id="understood" label={`Yes, delete the account ${email}`} key={form.key('understood')} {...form.getInputProps('understood', { type: 'checkbox' })} />
    </SentForm>
  );
}
