import { Button, Textarea } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paymentDesk, type Quarantined, quarantineQuery, resolveQuarantine } from '../../api/payment-desk-queries.js';
import { showInstant } from '../../lib/format.js';
import { showMoney } from '../../lib/money.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import styles from './desk.module.css';
import { RefundForm } from './refund-form.js';
import { RefundWords } from './refund-list.js';
import { quarantineWords } from './words.js';

/** What was paid and fits no order: nothing was given for it until a person has looked. */
export function Quarantine({ state }: { state: 'open' | 'resolved' }) {
  const query = useInfiniteQuery(quarantineQuery(state));
  return (
    <section className={styles.part} aria-labelledby="quarantine">
      <h2 id="quarantine">Does not fit</h2>
      <nav className={styles.choice} aria-label="Which of them">
        <Link to="/operator/payments" search={{}} activeOptions={{ exact: true, includeSearch: true }} resetScroll={false}>To be looked at</Link>
        <Link to="/operator/payments" search={{ quarantine: 'resolved' }} activeOptions={{ exact: true, includeSearch: true }} resetScroll={false}>Resolved</Link>
      </nav>
      <Loaded query={query} failed="What does not fit could not be read." skeleton={<LinesSkeleton lines={4} />}>
        {({ pages }) => <Rows items={pages.flatMap(({ items }) => items)} state={state} />}
      </Loaded>
      {query.hasNextPage && <div><Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>Show older ones</Button></div>}
    </section>
  );
}

function Rows({ items, state }: { items: Quarantined[]; state: 'open' | 'resolved' }) {
  const [asks, setAsks] = useState<Quarantined | null>(null);
  if (items.length === 0) return <p>{state === 'open' ? 'Everything that was paid fits what was ordered.' : 'Nothing was resolved yet.'}</p>;
  return (
    <>
      <ul className={styles.rows}>{items.map((one) => <Row key={one.id} one={one} onResolve={() => setAsks(one)} />)}</ul>
      {asks && <Resolve key={asks.id} one={asks} onClose={() => setAsks(null)} />}
    </>
  );
}

function Row({ one, onResolve }: { one: Quarantined; onResolve: () => void }) {
  const { id, gatewayName, reference, reason, purchaseId, title, said, ordered, foundAt, resolvedAt, note, refunds, refundable } = one;
  const [asks, setAsks] = useState(false);
  const canRefund = refundable !== null && Number(refundable.amount) > 0;
  return (
    <li>
      <div className={styles.what}>
        <p className={styles.name}>{quarantineWords[reason]}</p>
        <p className={styles.facts}>
          <span>{gatewayName}, {reference}</span>
          {said && <span>Paid: {showMoney(said)}</span>}
          {ordered && <span>Asked for: {showMoney(ordered)}{title !== null && `, ${title}`}</span>}
          <span>Found on {showInstant(foundAt)}</span>
          {purchaseId !== null && <span>Purchase {purchaseId}</span>}
        </p>
        {note !== null && <p className={styles.words}>{resolvedAt === null && <span className={styles.soft}>Noted when it was resolved before: </span>}{note}{resolvedAt !== null && <span className={styles.soft}> ({showInstant(resolvedAt)})</span>}</p>}
        {refunds.length > 0 && <ul className={styles.rows}>{refunds.map((refund) => <li key={refund.id}><div className={styles.what}><RefundWords refund={refund} /></div></li>)}</ul>}
        {asks && refundable && <RefundForm of="quarantine" id={id} refundable={refundable} onClose={() => setAsks(false)} />}
      </div>
      {resolvedAt === null && (
        <div className={styles.buttons}>
          {canRefund && !asks && <Button variant="default" size="sm" onClick={() => setAsks(true)}>Give it back<span className="visually-hidden">: {reference}</span></Button>}
          <Button variant="default" size="sm" onClick={onResolve}>Resolve it<span className="visually-hidden">: {reference}</span></Button>
        </div>
      )}
    </li>
  );
}

function Resolve({ one: { id, reference }, onClose }: { one: Quarantined; onClose: () => void }) {
  const queryClient = useQueryClient();
  const [note, setNote] = useState('');
  const [empty, setEmpty] = useState(false);
  const resolving = useMutation({
    mutationFn: resolveQuarantine,
    onSuccess: async () => {
      await queryClient.invalidateQueries(paymentDesk);
      onClose();
    },
  });
  const confirm = (): void => (note.trim() === '' ? setEmpty(true) : resolving.mutate({ id, note }));
  return (
    <ConfirmDialog open title="What have you found out?" verb="Resolve it" busy={resolving.isPending} error={resolving.error} onConfirm={confirm} onClose={onClose}>
      <p>{reference} leaves the list. Nothing is given for it, and no money moves by this.</p>
      <Textarea id="note" label="What you found out and did" description="Write nothing about a person." rows={3} maxLength={1000} value={note} error={empty ? 'Say what you found out' : null} onChange={({ currentTarget }) => { setNote(currentTarget.value); setEmpty(false); }} />
    </ConfirmDialog>
  );
}
