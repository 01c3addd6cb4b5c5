import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { type InvitationRefusal } from '../../api/invitation-queries.js';
import { type Refusal } from '../../api/invited-queries.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-combobox.css';
import '../../ui/mantine-forms.css';
import styles from './invited.module.css';
import { refusalWords } from './words.js';

const isRefusal = (value: unknown): value is InvitationRefusal => typeof value === 'string' && Object.hasOwn(refusalWords, value);

interface Props {
  organisation: string;
  refuse: (refusal: Refusal) => Promise<unknown>;
  onRefused: () => Promise<unknown> | void;
}

/** Says no, with a reason or without. */
export function Decline({ organisation, refuse, onRefused }: Props) {
  const declining = useMutation({
    mutationFn: refuse,
    onSuccess: async () => {
      await onRefused();
      focusHeading();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const reason = entered.get('reason');
    declining.mutate({ reason: isRefusal(reason) ? reason : null, neverAgain: entered.has('never') });
  };
  return (
    <details className={styles.more}>
      <summary>No, thank you</summary>
      <form className={styles.decline} onSubmit={submit}>
        <p>{organisation} is told that you said no, and the reason if you choose one. It has no effect on anything else you do here.</p>
        <NativeSelect
          id="refusal" name="reason" label="A reason, if you like" defaultValue=""
          data={[{ value: '', label: 'Without a reason' }, ...Object.entries(refusalWords).map(([value, label]) => ({ value, label }))]}
        />
        <label className={styles.option}><input type="checkbox" name="never" /><span>{organisation} may not invite this address again</span></label>
        {declining.isError && <Failure title="Your answer was not sent." error={declining.error} />}
        <div><Button type="submit" variant="default" loading={declining.isPending}>Say no to this invitation</Button></div>
      </form>
    </details>
  );
}
