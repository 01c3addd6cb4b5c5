import { Button, Textarea } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { policyQuery } from '../../api/queries.js';
import { count } from '../../lib/format.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { faultsOf } from '../../ui/form/faults.js';
import '../../ui/mantine-forms.css';
import styles from './invitations.module.css';
import { faultOf, textOf } from './list-file.js';

export interface InviteWish {
  /** As it was pasted, or stood in the file. */
  list: string;
  message: string;
}

interface Props {
  /** As it was left for the preview. */
  wish: InviteWish;
  busy: boolean;
  error: Error | null;
  onCheck: (wish: InviteWish) => void;
}

/** One address, a list, or a file; and, if one likes, some words of one's own. */
export function InviteForm({ wish, busy, error, onCheck }: Props) {
  const { data: policy } = useQuery(policyQuery);
  const [list, setList] = useState(wish.list);
  const [fault, setFault] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const faults = fault === null ? refusedIn(error) : { list: fault };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const message = new FormData(event.currentTarget).get('message');
    setAttempt(attempt + 1);
    setFault(list.trim() === '' ? 'Enter an address, paste a list, or choose a file.' : null);
    if (list.trim() !== '') onCheck({ list, message: typeof message === 'string' ? message.trim() : '' });
  };
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const text = textOf(await file.arrayBuffer());
    const refused = faultOf(file, text);
    setFault(refused);
    if (refused === null) setList(text);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <ErrorSummary errors={faults} attempt={attempt} />
      <Textarea
        id="list" label="Whom do you invite?" rows={8} value={list} error={faults.list} spellCheck={false} autoComplete="off" classNames={{ input: styles.list ?? '' }} onChange={({ currentTarget }) => setList(currentTarget.value)}
        description={`One address on each line, with the name or without: Ada Lovelace <ada@example.com>. The text of a CSV file with the columns email and name does as well.${policy ? ` Up to ${count(policy.limits.invitationLines, 'person', 'people')} at once.` : ''}`}
      />
      <label className={styles.file}>
        <input type="file" accept=".csv,.txt,text/csv,text/plain" onChange={({ target }) => { void read(target.files?.[0]); target.value = ''; }} />
        <IconFileText size={20} stroke={1.5} aria-hidden />
        <span>Read them from a CSV file</span>
      </label>
      <Textarea
        id="message" name="message" label="Some words of your own, if you like" rows={4} maxLength={1000} defaultValue={wish.message} error={faults.message}
        description="They stand in the mail and on the page that it leads to. At most 1,000 characters."
      />
      <div><Button type="submit" loading={busy}>Check the list</Button></div>
    </form>
  );
}

const refusedIn = (error: Error | null): Record<string, string> => (error === null ? {} : faultsOf(error));
