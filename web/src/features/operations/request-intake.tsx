import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { recordRequest } from '../../api/privacy-api.js';
import { isProblem } from '../../api/problem.js';
import { policyQuery } from '../../api/queries.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-combobox.css';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import styles from './operations.module.css';
import { requestKinds } from './request-desk.js';

const EMPTY = { whose: '', kind: 'access', body: '', receivedOn: '', law: '' };

/** Writes down what came by letter or mail, so that it has a due date like the rest. */
export function RequestIntake() {
  const queryClient = useQueryClient();
  const { data: policy } = useQuery(policyQuery);
  const [entered, setEntered] = useState(EMPTY);
  const recording = useMutation({
    mutationFn: recordRequest,
    onSuccess: () => {
      setEntered(EMPTY);
      return queryClient.invalidateQueries({ queryKey: ['operations', 'requests'] });
    },
  });
  const faults = isProblem(recording.error) ? recording.error.problem.fields : {};
  const record = (event: FormEvent): void => {
    event.preventDefault();
    recording.mutate(letterOf(entered));
  };
  return (
    <section aria-labelledby="intake" className={styles.part}>
      <h2 id="intake">Write down a request that came by mail</h2>
      {recording.isSuccess && <Notice kind="done">It is written down. {outcomeOf(recording.data)}</Notice>}
      <form noValidate className={styles.stack} onSubmit={record}>
        <TextInput
          id="intake-account" className={styles.idField} label="Address or id of the account, if you know it" value={entered.whose} error={faults.accountId ?? faults.email} autoComplete="off" spellCheck={false}
          onChange={(event) => setEntered({ ...entered, whose: event.currentTarget.value })}
        />
        <TextInput
          id="intake-day" type="date" label="The day it came, if it was not today" value={entered.receivedOn} error={faults.receivedOn}
          onChange={(event) => setEntered({ ...entered, receivedOn: event.currentTarget.value })}
        />
        <NativeSelect
          id="intake-kind" label="What is asked" value={entered.kind} data={Object.entries(requestKinds).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setEntered({ ...entered, kind: event.currentTarget.value })}
        />
        <NativeSelect
          id="intake-law" label="The law it calls upon" description="It says by when the answer is due." value={entered.law}
          data={[{ value: '', label: 'None of these, or it does not say' }, ...(policy?.jurisdictions ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => setEntered({ ...entered, law: event.currentTarget.value })}
        />
        <Textarea
          id="intake-body" className={styles.wide} label="What it says" rows={4} maxLength={5000} value={entered.body} error={faults.body}
          onChange={(event) => setEntered({ ...entered, body: event.currentTarget.value })}
        />
        {recording.isError && Object.keys(faults).length === 0 && <Failure title="It was not written down." error={recording.error} />}
        <Button type="submit" loading={recording.isPending}>Write it down</Button>
      </form>
    </section>
  );
}

function letterOf({ whose, kind, body, receivedOn, law }: typeof EMPTY): Parameters<typeof recordRequest>[0] {
  const who = whose.trim().toLowerCase();
  const owner = who.includes('@') ? { email: who } : { accountId: who };
  return { kind, body, ...(who === '' ? {} : owner), ...(receivedOn === '' ? {} : { receivedOn }), ...(law === '' ? {} : { jurisdiction: law }) };
}

function outcomeOf({ accountId, told }: Awaited<ReturnType<typeof recordRequest>>): string {
  if (told) return 'Its account was found. Its owner was asked by mail whether it is theirs: do not act on it before they say so, unless you are sure in another way.';
  return accountId === null ? 'It belongs to no account, so nobody was told: answer the letter itself.' : 'Its account was found, but nobody could be told: answer the letter itself.';
}
