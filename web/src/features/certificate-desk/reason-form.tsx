import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ProblemError } from '../../api/problem.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-forms.css';
import styles from './desk.module.css';

interface Way<W extends string> {
  readonly way: W;
  /** A verb and its thing. */
  readonly verb: string;
  readonly destroys?: boolean;
}

interface Props<W extends string> {
  label: string;
  /** Who reads the reason. */
  children: ReactNode;
  ways: readonly Way<W>[];
  busy: boolean;
  error: unknown;
  onReason: (way: W, reason: string) => void;
}

/** Asked before anything is read or done that somebody else is told of: why. */
export function ReasonForm<W extends string>({ label, children, ways, busy, error, onReason }: Props<W>) {
  const [reason, setReason] = useState('');
  const [empty, setEmpty] = useState(false);
  const send = (way: W): void => {
    if (reason.trim() === '') return setEmpty(true);
    onReason(way, reason);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const [only, ...others] = ways;
    if (only && others.length === 0) send(only.way);
  };
  const fault = error instanceof ProblemError ? error.problem.fields.reason : undefined;
  return (
    <form noValidate className={styles.stack} onSubmit={submit}>
      <Textarea className={styles.wide} label={label} description={children} rows={3} maxLength={1000} value={reason} error={empty ? 'Say why' : fault} onChange={({ currentTarget }) => { setReason(currentTarget.value); setEmpty(false); }} />
      {error !== null && error !== undefined && fault === undefined && <Failure title="Nothing was done." error={error} />}
      <div className={styles.buttons}>
        {ways.map(({ way, verb, destroys = false }, index) => (
          <Button key={way} type={ways.length === 1 ? 'submit' : 'button'} loading={busy} {...(destroys ? { color: 'red' } : {})} {...(index === 0 || destroys ? {} : { variant: 'default' })} {...(ways.length === 1 ? {} : { onClick: () => send(way) })}>{verb}</Button>
        ))}
      </div>
    </form>
  );
}
