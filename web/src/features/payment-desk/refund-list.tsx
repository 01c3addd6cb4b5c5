import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { approveRefund, paymentDesk, refundsQuery, refuseRefund, type Refund, type WaitingRefunds } from '../../api/payment-desk-queries.js';
import { showInstant } from '../../lib/format.js';
import { showMoney } from '../../lib/money.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import styles from './desk.module.css';
import { becauseWords, reasonWords, refundWords } from './words.js';

/** Refunds, those that wait for a second person first. */
export function RefundList() {
  const query = useQuery(refundsQuery);
  return (
    <section className={styles.part} aria-labelledby="refunds">
      <h2 id="refunds">Refunds</h2>
      <Loaded query={query} failed="The refunds could not be read." skeleton={<LinesSkeleton lines={4} />}>
        {(refunds) => <Rows refunds={refunds} />}
      </Loaded>
    </section>
  );
}

function Rows({ refunds: { items, isAlone } }: { refunds: WaitingRefunds }) {
  const [word, setWord] = useState<{ refund: Refund; verdict: 'approve' | 'refuse' } | null>(null);
  if (items.length === 0) return <p>No money was given back yet. To give some back, find its payment first.</p>;
  return (
    <>
      {isAlone && items.some(({ state }) => state === 'waiting') && <Notice kind="warning" title="There is nobody to approve it">You are the only operator. A large refund needs a second one: make somebody an operator, or raise the limit in the policy.</Notice>}
      <ul className={styles.rows}>
        {items.map((refund) => (
          <li key={refund.id}>
            <div className={styles.what}><RefundWords refund={refund} /></div>
            {refund.state === 'waiting' && !refund.isOwn && (
              <div className={styles.buttons}>
                <Button size="sm" onClick={() => setWord({ refund, verdict: 'approve' })}>Approve<span className="visually-hidden"> {showMoney(refund.amount)}, {refund.title}</span></Button>
                <Button size="sm" variant="default" onClick={() => setWord({ refund, verdict: 'refuse' })}>Refuse<span className="visually-hidden"> {showMoney(refund.amount)}, {refund.title}</span></Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {word && <Decide key={`${word.refund.id} ${word.verdict}`} {...word} onClose={() => setWord(null)} />}
    </>
  );
}

/** One refund, in its list or with its payment. */
export function RefundWords({ refund: { amount, title, reason, says, state, askedAt, isOwn, gatewayName, because } }: { refund: Refund }) {
  return (
    <>
      <p className={styles.name}>{showMoney(amount)}: {title}</p>
      <p className={styles.facts}>
        <span>{refundWords[state]}{because !== null && ` (${becauseWords(because)})`}</span><span>{reasonWords(reason)}</span><span>{gatewayName}</span><span>{showInstant(askedAt)}</span>
        {isOwn && state === 'waiting' && <span>You asked for it: somebody else has to approve it</span>}
      </p>
      {says !== null && <p className={styles.words}>{says}</p>}
    </>
  );
}

function Decide({ refund: { id, amount, title }, verdict, onClose }: { refund: Refund; verdict: 'approve' | 'refuse'; onClose: () => void }) {
  const queryClient = useQueryClient();
  const [says, setSays] = useState('');
  const [empty, setEmpty] = useState(false);
  const approves = verdict === 'approve';
  const deciding = useMutation({
    mutationFn: () => (approves ? approveRefund(id) : refuseRefund({ id, says })),
    onSuccess: async () => {
      await queryClient.invalidateQueries(paymentDesk);
      onClose();
    },
  });
  const confirm = (): void => (!approves && says.trim() === '' ? setEmpty(true) : deciding.mutate());
  return (
    <ConfirmDialog open title={`${approves ? 'Give back' : 'Refuse'} ${showMoney(amount)}?`} verb={approves ? 'Approve the refund' : 'Refuse the refund'} destroys={approves} busy={deciding.isPending} error={deciding.error} onConfirm={confirm} onClose={onClose}>
      <p>{title}. {approves ? 'It goes out to the gateway at once, and the buyer is told.' : 'No money goes back. Whoever asked can ask again for another reason.'}</p>
      {!approves && <Textarea id="refusal" label="Why it is refused" rows={3} maxLength={1000} value={says} error={empty ? 'Say why' : null} onChange={({ currentTarget }) => { setSays(currentTarget.value); setEmpty(false); }} />}
    </ConfirmDialog>
  );
}
