import { Button, Checkbox, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconClockHour4 } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { answerRequest, carryOutDeletion, type OperatorRequest, operatorRequestsQuery } from '../../api/privacy-api.js';
import { showDay, showInstant } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import { Older } from './older.js';
import styles from './operations.module.css';
import { RequestFacts, RequestSteps } from './request-steps.js';

export const requestKinds = { access: 'A copy', correction: 'Correction', deletion: 'Deletion', objection: 'Objection', grievance: 'Complaint' } as const satisfies Record<OperatorRequest['kind'], string>;

/** What people ask about their data: what waits, the most urgent first, or what was answered. */
export function RequestDesk({ state }: { state: 'open' | 'answered' }) {
  const [told, setTold] = useState<boolean | null>(null);
  const query = useInfiniteQuery(operatorRequestsQuery(state));
  return (
    <div className={styles.part}>
      <nav className={styles.choice} aria-label="Which requests">
        <Link to="/operator/requests" search={{}} activeOptions={{ exact: true, includeSearch: true }}>To be answered</Link>
        <Link to="/operator/requests" search={{ state: 'answered' }} activeOptions={{ exact: true, includeSearch: true }}>Answered, or over</Link>
      </nav>
      {told !== null && <Notice kind={told ? 'done' : 'warning'} title="The answer is stored">{told ? 'The person was told by mail.' : 'Nobody could be told by mail: send your answer to whoever asked.'}</Notice>}
      <Loaded query={query} failed="The requests could not be read." skeleton={<LinesSkeleton lines={6} />}>
        {({ pages }) => <List requests={pages.flatMap(({ requests }) => requests)} onAnswered={setTold} />}
      </Loaded>
      <Older query={query} what="requests" />
    </div>
  );
}

function List({ requests, onAnswered }: { requests: OperatorRequest[]; onAnswered: (told: boolean) => void }) {
  if (requests.length === 0) return <p>There are none.</p>;
  return <ul className={styles.rows}>{requests.map((request) => <Line key={request.id} request={request} onAnswered={onAnswered} />)}</ul>;
}

function Line({ request, onAnswered }: { request: OperatorRequest; onAnswered: (told: boolean) => void }) {
  const { kind, cameBy, body, askedAt, outcome, answer, answeredAt, accountGoneAt } = request;
  return (
    <li className={styles.request}>
      <p className={styles.name}>{requestKinds[kind]}</p>
      <p className={styles.facts}>
        <Due request={request} />
        <span>{cameBy === 'mail' ? 'Came by mail' : 'Asked'} on {showDay(askedAt)}</span>
        <Whose request={request} />
        {answeredAt !== null && <span>{outcome === 'done' ? 'Done' : 'Refused'}, {showInstant(answeredAt)}</span>}
      </p>
      {body !== null && <p className={styles.words}>{body}</p>}
      <RequestFacts request={request} />
      {answer !== null && <p className={styles.words}><strong>Answer:</strong> {answer}</p>}
      {outcome === null && accountGoneAt === null && <><RequestSteps request={request} /><Answer request={request} onAnswered={onAnswered} /></>}
    </li>
  );
}

function Whose({ request: { accountId, accountGoneAt, outcome } }: { request: OperatorRequest }) {
  if (accountId !== null) return <Link to="/operator/people/$id" params={{ id: accountId }}>Account {accountId}</Link>;
  if (accountGoneAt === null) return <span>Without an account: answer the letter itself, too</span>;
  return <span>{outcome === null && 'Not answered. '}The account is gone since {showDay(accountGoneAt)}</span>;
}

function Due({ request: { dueAt, isOverdue, outcome, accountGoneAt } }: { request: OperatorRequest }) {
  if (outcome !== null || accountGoneAt !== null) return null;
  const Icon = isOverdue ? IconAlertTriangle : IconClockHour4;
  return <span className={styles.state} {...(isOverdue ? { 'data-ok': false } : {})}><Icon size={18} stroke={1.5} aria-hidden />{isOverdue ? `Late since ${showDay(dueAt)}` : `Due by ${showDay(dueAt)}`}</span>;
}

function Answer({ request: { id, kind, cameBy, accountId }, onAnswered }: { request: OperatorRequest; onAnswered: (told: boolean) => void }) {
  const queryClient = useQueryClient();
  const [answer, setAnswer] = useState('');
  const [refused, setRefused] = useState(false);
  const [deletes, setDeletes] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const sending = useMutation({
    mutationFn: () => (deletes ? carryOutDeletion({ id, reason: answer }) : answerRequest({ id, outcome: refused ? 'refused' : 'done', answer })),
    onSuccess: ({ told }) => {
      onAnswered(told);
      return queryClient.invalidateQueries({ queryKey: ['operations', 'requests'] });
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (answer.trim() === '') return setFault('Write an answer');
    sending.mutate();
  };
  return (
    <form noValidate className={styles.stack} onSubmit={send}>
      <Textarea
        id={`answer-${id}`} className={styles.wide} label="Your answer" rows={3} maxLength={5000} value={answer} error={fault}
        onChange={(event) => { setAnswer(event.currentTarget.value); setFault(null); }}
      />
      <Checkbox id={`refused-${id}`} label="It is refused; the answer says why" checked={refused} disabled={deletes} onChange={(event) => setRefused(event.currentTarget.checked)} />
      {kind === 'deletion' && cameBy === 'mail' && accountId !== null && (
        <Checkbox
          id={`deletes-${id}`} label="Delete the account now; the answer says what makes it certain that its owner asked" checked={deletes} disabled={refused}
          onChange={(event) => setDeletes(event.currentTarget.checked)}
        />
      )}
      {sending.isError && <Failure title="The answer was not sent." error={sending.error} />}
      <Button type="submit" variant="default" loading={sending.isPending}>Send the answer<span className="visually-hidden"> to the request: {requestKinds[kind]}</span></Button>
    </form>
  );
}
