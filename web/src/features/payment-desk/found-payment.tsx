import { Button } from '@mantine/core';
import { useState } from 'react';
import { type FoundPayment as Payment } from '../../api/payment-desk-queries.js';
import { showInstant } from '../../lib/format.js';
import { showMoney } from '../../lib/money.js';
import styles from './desk.module.css';
import { RefundForm } from './refund-form.js';
import { RefundWords } from './refund-list.js';
import { disputeWords, paymentWords } from './words.js';

/** A payment: what it is for, what became of it, and the way to give it back. Whose it is stands in the audit log, not here. */
export function FoundPayment({ payment }: { payment: Payment }) {
  const { id, reference, purchaseId, gatewayName, isPlayMoney, title, quantity, price, state, capturedAt, refundable, dispute, forOrganisation, invoices, refunds } = payment;
  const [asks, setAsks] = useState(false);
  const canRefund = state === 'captured' && Number(refundable.amount) > 0;
  return (
    <article className={styles.part} aria-labelledby={`payment-${id}`}>
      <div>
        <h3 id={`payment-${id}`}>{title}{quantity > 1 && `, ${quantity} times`}: {showMoney(price)}</h3>
        <p className={styles.facts} role="status">
          <span>{dispute === null ? paymentWords[state] : disputeWords[dispute]}{capturedAt !== null && ` on ${showInstant(capturedAt)}`}</span>
          <span>{gatewayName}{isPlayMoney && ', play money'}</span>
          <span>{forOrganisation ? 'For an organisation' : 'For a candidate'}</span>
        </p>
      </div>
      <dl className={styles.numbers}>
        <div><dt>Payment</dt><dd>{reference}</dd></div>
        <div><dt>Purchase</dt><dd>{purchaseId}</dd></div>
        {invoices.map(({ number, kind }) => <div key={number}><dt>{kind === 'invoice' ? 'Invoice' : 'Credit note'}</dt><dd>{number}</dd></div>)}
        {state === 'captured' && <div><dt>Given back</dt><dd>{showMoney(payment.refunded)}</dd></div>}
      </dl>
      {refunds.length > 0 && <ul className={styles.rows}>{refunds.map((refund) => <li key={refund.id}><div className={styles.what}><RefundWords refund={refund} /></div></li>)}</ul>}
      <History history={payment.history} />
      {asks && <RefundForm of="payments" id={id} refundable={refundable} onClose={() => setAsks(false)} />}
      {canRefund && !asks && <div><Button variant="default" onClick={() => setAsks(true)}>Give money back</Button></div>}
    </article>
  );
}

function History({ history }: Pick<Payment, 'history'>) {
  if (history.length === 0) return null;
  return (
    <div>
      <h4>What happened</h4>
      <ol className={styles.history}>{history.map(({ at, says }) => <li key={`${at} ${says}`}><time dateTime={at}>{showInstant(at)}</time><span>{says}</span></li>)}</ol>
    </div>
  );
}
