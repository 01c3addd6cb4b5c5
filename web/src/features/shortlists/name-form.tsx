import { Button, TextInput } from '@mantine/core';
import { type FormEvent } from 'react';
import { isProblem, ProblemError } from '../../api/problem.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-forms.css';
import styles from './shortlists.module.css';

interface Props {
  id: string;
  label: string;
  verb: string;
  initial?: string;
  busy: boolean;
  error: unknown;
  onName: (name: string) => void;
  children?: React.ReactNode;
}

/** The name of a shortlist, new or changed. */
export function NameForm({ id, label, verb, initial = '', busy, error, onName, children }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('name');
    if (typeof name === 'string') onName(name);
  };
  const fault = error instanceof ProblemError ? error.problem.fields.name : undefined;
  return (
    <form className={styles.nameForm} onSubmit={submit}>
      <TextInput id={id} name="name" label={label} defaultValue={initial} maxLength={80} required withAsterisk={false} autoComplete="off" error={fault} className={styles.nameField ?? ''} />
      <div className={styles.buttons}><Button type="submit" loading={busy}>{verb}</Button>{children}</div>
      {error !== null && fault === undefined && !isProblem(error, 'http.invalid_body') && <Failure error={error} />}
    </form>
  );
}
