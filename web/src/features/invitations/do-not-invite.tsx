import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { inviteNoMore, mayBeInvited } from '../../api/invitation-queries.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { faultsOf } from '../../ui/form/faults.js';
import '../../ui/mantine-forms.css';
import styles from './invitations.module.css';

/** The addresses an organisation keeps itself from inviting; stored so that nobody can read them from it. */
export function DoNotInvite() {
  const [email, setEmail] = useState('');
  const [attempt, setAttempt] = useState(0);
  const saving = useMutation({
    mutationFn: ({ address, stops }: { address: string; stops: boolean }) => (stops ? inviteNoMore(address) : mayBeInvited(address)),
    onSuccess: () => setEmail(''),
    onError: () => setAttempt((before) => before + 1),
  });
  const faults = saving.error === null ? {} : faultsOf(saving.error);
  const says = saving.isSuccess && `${saving.variables.address} ${saving.variables.stops ? 'will be left out of every list of yours.' : 'may be invited again, unless its owner asked you never to.'}`;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate({ address: email.trim(), stops: true });
  };
  return (
    <details className={styles.never}>
      <summary>Addresses you do not invite</summary>
      <form onSubmit={submit} noValidate>
        <p className={styles.soft}>Whoever asked you not to be invited again is left out of your lists already. Add others here. The list cannot be read, only asked.</p>
        <ErrorSummary errors={faults} attempt={attempt} />
        <TextInput id="email" label="E-mail address" type="email" autoComplete="off" value={email} error={faults.email} onChange={({ currentTarget }) => setEmail(currentTarget.value)} />
        <div className={styles.buttons}>
          <Button type="submit" variant="default" loading={saving.isPending && saving.variables.stops}>Do not invite it</Button>
          <Button variant="default" loading={saving.isPending && !saving.variables.stops} onClick={() => saving.mutate({ address: email.trim(), stops: false })}>Allow it again</Button>
        </div>
        <p role="status" className={styles.soft}>{says}</p>
      </form>
    </details>
  );
}
