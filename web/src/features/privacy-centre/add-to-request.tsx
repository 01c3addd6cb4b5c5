import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { reopenRequest, type RequestLine, requestsQuery, writeAboutRequest } from '../../api/privacy-api.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import styles from './privacy-centre.module.css';

const MONTH_MS = 30 * 86_400_000;

/** Whether something can still be said about a request: while it waits, and once more within 30 days of its answer. */
export const canAdd = ({ outcome, answeredAt, reopenedAt }: RequestLine): boolean =>
  outcome === null || (reopenedAt === null && answeredAt !== null && Date.now() - new Date(answeredAt).getTime() < MONTH_MS);

/** Adds to a request that waits for its answer, or takes up one that was answered. */
export function AddToRequest({ request: { id, number, outcome } }: { request: RequestLine }) {
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [body, setBody] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const isAnswered = outcome !== null;
  const sending = useMutation({
    mutationFn: isAnswered ? reopenRequest : writeAboutRequest,
    onSuccess: () => {
      setBody('');
      setOpen(false);
      return queryClient.invalidateQueries({ queryKey: requestsQuery.queryKey });
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (body.trim() === '') return setFault('Write something');
    sending.mutate({ id, body });
  };
  const whose = <span className="visually-hidden"> to request {number}</span>;
  if (!isOpen) {
    return (
      <div>
        {sending.isSuccess && <Notice kind="done">It is sent.</Notice>}
        <Button variant="default" size="compact-md" autoFocus={sending.isSuccess} onClick={() => setOpen(true)}>{isAnswered ? 'I do not agree with this answer' : 'Add something'}{whose}</Button>
      </div>
    );
  }
  return (
    <form noValidate className={styles.form} onSubmit={send}>
      <Textarea
        id={`add-${id}`} label={isAnswered ? 'What is wrong with the answer?' : 'What do you want to add?'} rows={4} maxLength={5000} value={body} error={fault} autoFocus
        onChange={(event) => { setBody(event.currentTarget.value); setFault(null); }}
      />
      {sending.isError && <Failure title="It was not sent. What you wrote is still here." error={sending.error} />}
      <div><Button type="submit" loading={sending.isPending}>Send it{whose}</Button></div>
    </form>
  );
}
