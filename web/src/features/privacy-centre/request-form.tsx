import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { requestsQuery, sendRequest } from '../../api/privacy-api.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import { LawChoice } from './law-choice.js';
import styles from './privacy-centre.module.css';

const kinds = {
  correction: { label: 'Correct something', says: 'Something about me is wrong, and I cannot change it myself.' },
  objection: { label: 'Object to something', says: 'I do not want something done with my data that has no switch.' },
  grievance: { label: 'Complain', says: 'Something went wrong with my data, or nobody answered me.' },
} as const;

/** Asks something of whoever runs this place, which they answer by a day that is shown. */
export function RequestForm() {
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<string>('correction');
  const [body, setBody] = useState('');
  const [law, setLaw] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const sending = useMutation({
    mutationFn: sendRequest,
    onSuccess: () => {
      setBody('');
      return queryClient.invalidateQueries({ queryKey: requestsQuery.queryKey });
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (body.trim() === '') return setFault('Say what it is about');
    sending.mutate({ kind, body, ...(law === '' ? {} : { jurisdiction: law }) });
  };
  return (
    <form noValidate className={styles.form} onSubmit={send}>
      {sending.isSuccess && <Notice kind="done" title="We have your request">It stands below, with the day by which you have our answer.</Notice>}
      <fieldset className={styles.choices}>
        <legend>What do you want?</legend>
        {Object.entries(kinds).map(([id, { label, says }]) => (
          <label key={id} className={styles.option}>
            <input type="radio" name="kind" value={id} checked={kind === id} onChange={() => setKind(id)} aria-describedby={`kind-${id}`} />
            <span>{label}<span className={styles.optionSays} id={`kind-${id}`}>{says}</span></span>
          </label>
        ))}
      </fieldset>
      <Textarea
        id="request-body" label="What is it about?" description="Name the thing and what should become of it. Only whoever answers reads this." rows={6} maxLength={5000} value={body} error={fault}
        onChange={(event) => { setBody(event.currentTarget.value); setFault(null); }}
      />
      <LawChoice id="request-law" value={law} onChange={setLaw} />
      {sending.isError && <Failure title="Your request was not sent. What you wrote is still here." error={sending.error} />}
      <div><Button type="submit" loading={sending.isPending}>Send the request</Button></div>
    </form>
  );
}
