import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type EnteredDisclosure, legalDisclosuresQuery, recordDisclosure } from '../../api/disclosure-queries.js';
import { isProblem } from '../../api/problem.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import { momentOf, ownZone } from './incidents/entered.js';
import styles from './operations.module.css';

const EMPTY = { accountId: '', recipient: '', ground: '', data: '', reason: '', disclosedAt: '', secretUntil: '', secretBecause: '' };
type Entered = typeof EMPTY;

/** Writes down what was given to an authority, on which ground and why. */
export function DisclosureIntake() {
  const queryClient = useQueryClient();
  const [entered, setEntered] = useState(EMPTY);
  const recording = useMutation({
    mutationFn: recordDisclosure,
    onSuccess: () => {
      setEntered(EMPTY);
      return queryClient.invalidateQueries({ queryKey: legalDisclosuresQuery.queryKey });
    },
  });
  const faults: Record<string, string> = isProblem(recording.error) ? recording.error.problem.fields : {};
  const field = (name: keyof Entered) => ({
    id: `disclosure-${name}`, value: entered[name], error: faults[name],
    onChange: (event: { currentTarget: { value: string } }) => setEntered({ ...entered, [name]: event.currentTarget.value }),
  });
  const record = (event: FormEvent): void => {
    event.preventDefault();
    recording.mutate(disclosureOf(entered));
  };
  return (
    <section aria-labelledby="recording" className={styles.part}>
      <h2 id="recording">Write down what was given</h2>
      {recording.isSuccess && <Notice kind="done">It is written down. {recording.data.toldAt === null ? 'The person is told when the law no longer forbids it.' : 'The person was told.'}</Notice>}
      <form noValidate className={styles.stack} onSubmit={record}>
        <TextInput className={styles.idField} label="Id of the account" autoComplete="off" spellCheck={false} {...field('accountId')} />
        <TextInput className={styles.wide} label="To whom" maxLength={200} {...field('recipient')} />
        <Textarea className={styles.wide} label="The law and the order" rows={2} maxLength={500} {...field('ground')} />
        <Textarea className={styles.wide} label="Which data" rows={2} maxLength={2000} {...field('data')} />
        <Textarea className={styles.wide} label="Why it had to be given" description="The person reads it." rows={3} maxLength={2000} {...field('reason')} />
        <TextInput type="datetime-local" label="When it was given" description={`In your zone, ${ownZone()}.`} {...field('disclosedAt')} />
        <TextInput type="datetime-local" label="The person may not be told before" description="Only where the law forbids it. Leave it empty otherwise." {...field('secretUntil')} />
        <TextInput className={styles.wide} label="Which law forbids it" maxLength={500} {...field('secretBecause')} />
        {recording.isError && Object.keys(faults).length === 0 && <Failure title="It was not written down." error={recording.error} />}
        <Button type="submit" loading={recording.isPending}>Write it down</Button>
      </form>
    </section>
  );
}

function disclosureOf({ accountId, recipient, ground, data, reason, disclosedAt, secretUntil, secretBecause }: Entered): EnteredDisclosure {
  const until = momentOf(secretUntil);
  return {
    accountId: accountId.trim().toLowerCase(), recipient, ground, data, reason, disclosedAt: momentOf(disclosedAt) ?? '',
    ...(until === undefined ? {} : { secretUntil: until }), ...(secretBecause.trim() === '' ? {} : { secretBecause }),
  };
}
