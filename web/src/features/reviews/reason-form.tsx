import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ProblemError } from '../../api/problem.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-forms.css';
import styles from './reviews.module.css';

interface Props {
  busy: boolean;
  error: unknown;
  onReason: (reason: string) => void;
}

/** Asked before anybody reads what somebody said. */
export function ReasonForm({ busy, error, onReason }: Props) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [empty, setEmpty] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() === '') return setEmpty(true);
    onReason(reason);
  };
  const fault = error instanceof ProblemError ? error.problem.fields.reason : undefined;
  return (
    <form noValidate className={styles.stack} onSubmit={send}>
      <p>You will read what somebody said in an interview, without their name. They see in their privacy centre that it was read, when, and the reason you write here.</p>
      <Textarea
        id={id} className={styles.wide} label="Why do you read it?" rows={2} maxLength={1000} value={reason} error={empty ? 'Say why' : fault}
        onChange={({ currentTarget }) => { setReason(currentTarget.value); setEmpty(false); }}
      />
      {error !== null && error !== undefined && fault === undefined && <Failure title="It was not opened." error={error} />}
      <Button type="submit" loading={busy}>Open it</Button>
    </form>
  );
}
