import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type OperatorRequest, putOff, writeToPerson } from '../../api/privacy-api.js';
import { policyQuery } from '../../api/queries.js';
import { showDay, showInstant } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import styles from './operations.module.css';

const identities = {
  signed_in: 'Asked after signing in', confirmed: 'Confirmed from the address of the account', other: 'Made sure in another way', no_account: 'Without an account',
  unconfirmed: 'Not confirmed: a link was mailed to the address of the account',
} as const satisfies Record<OperatorRequest['identity'], string>;

/** Under whose law it was asked, how it is known whose it is, and what was written back and forth. */
export function RequestFacts({ request }: { request: OperatorRequest }) {
  const { number, jurisdiction, identity, extendedAt, extendedBecause, messages } = request;
  const { data: policy } = useQuery(policyQuery);
  const law = policy?.jurisdictions.find(({ id }) => id === jurisdiction);
  return (
    <>
      <p className={styles.facts}>
        <span>Number {number}</span>
        {law !== undefined && <span>{law.law}</span>}
        <span>{identities[identity]}</span>
        <Receipt request={request} />
        {extendedAt !== null && <span>Put off on {showDay(extendedAt)}: {extendedBecause}</span>}
      </p>
      {messages.map(({ by, body, writtenAt }) => <p key={`${writtenAt}${body}`} className={styles.words}><strong>{by === 'person' ? 'They wrote' : 'You wrote'}, {showInstant(writtenAt)}:</strong> {body}</p>)}
    </>
  );
}

/** By when a word of receipt is owed, and when it was given. */
function Receipt({ request: { acknowledgeBy, acknowledgedAt, isReceiptOverdue, outcome, accountGoneAt } }: { request: OperatorRequest }) {
  if (acknowledgeBy === null) return null;
  if (acknowledgedAt !== null) return <span>Receipt given {showInstant(acknowledgedAt)}</span>;
  if (outcome !== null || accountGoneAt !== null) return null;
  if (!isReceiptOverdue) return <span>Say that it came by {showDay(acknowledgeBy)}</span>;
  return <span className={styles.state} data-ok={false}><IconAlertTriangle size={18} stroke={1.5} aria-hidden />Receipt late since {showDay(acknowledgeBy)}</span>;
}

/** What else can be done with a request before it is answered: a question, and more time where its law gives it. */
export function RequestSteps({ request: { id, number, jurisdiction, extendedAt, isOverdue } }: { request: OperatorRequest }) {
  const { data: policy } = useQuery(policyQuery);
  const [told, setTold] = useState<boolean | null>(null);
  const longer = policy?.jurisdictions.find((law) => law.id === jurisdiction)?.mayExtendBy ?? null;
  return (
    <>
      {told !== null && <Notice kind={told ? 'done' : 'warning'}>{told ? 'It is stored, and the person was told by mail.' : 'It is stored, but nobody could be told by mail: write to whoever asked.'}</Notice>}
      <div className={styles.buttons}>
        <Step id={`write-${id}`} number={number} label="Write to the person" ask="What do you want to say or ask?" doing={(body) => writeToPerson({ id, body })} onDone={setTold} />
        {longer !== null && extendedAt === null && !isOverdue && <Step id={`longer-${id}`} number={number} label={`Take ${longer} longer`} ask="Why? The person reads it." doing={(because) => putOff({ id, because })} onDone={setTold} />}
      </div>
    </>
  );
}

interface StepProps {
  id: string;
  number: string;
  label: string;
  ask: string;
  doing: (words: string) => Promise<{ told: boolean }>;
  onDone: (told: boolean) => void;
}

function Step({ id, number, label, ask, doing, onDone }: StepProps) {
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const sending = useMutation({
    mutationFn: () => doing(words),
    onSuccess: ({ told }) => {
      setOpen(false);
      setWords('');
      onDone(told);
      return queryClient.invalidateQueries({ queryKey: ['operations', 'requests'] });
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (words.trim() === '') return setFault('Write something');
    sending.mutate();
  };
  const which = <span className="visually-hidden">, request {number}</span>;
  if (!isOpen) return <Button variant="default" size="compact-md" autoFocus={sending.isSuccess} onClick={() => setOpen(true)}>{label}{which}</Button>;
  return (
    <form noValidate className={styles.stack} onSubmit={send}>
      <Textarea id={id} className={styles.wide} label={ask} rows={3} maxLength={2000} value={words} error={fault} autoFocus onChange={(event) => { setWords(event.currentTarget.value); setFault(null); }} />
      {sending.isError && <Failure title="It was not sent." error={sending.error} />}
      <Button type="submit" variant="default" loading={sending.isPending}>{label}{which}</Button>
    </form>
  );
}
