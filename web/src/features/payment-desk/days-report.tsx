import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { accountingTable, type PaymentDay, paymentDaysQuery, type Span } from '../../api/payment-desk-queries.js';
import { count } from '../../lib/format.js';
import { type Money, showMoney } from '../../lib/money.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import styles from './desk.module.css';
import { differenceWords } from './words.js';

/** What came and went, day by day as the books have it (UTC), beside what the gateways themselves say. */
export function DaysReport({ span, onSpan }: { span: Span; onSpan: (span: Span) => void }) {
  const [asked, setAsked] = useState(span);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (asked.from !== '' && asked.to !== '') onSpan(asked);
  };
  return (
    <section className={styles.part} aria-labelledby="days">
      <h2 id="days">Day by day</h2>
      <form className={styles.dates} onSubmit={submit}>
        <TextInput type="date" label="From" value={asked.from} max={asked.to} onChange={({ currentTarget }) => setAsked({ ...asked, from: currentTarget.value })} />
        <TextInput type="date" label="To, this day too" value={asked.to} min={asked.from} onChange={({ currentTarget }) => setAsked({ ...asked, to: currentTarget.value })} />
        <Button type="submit">Show these days</Button>
      </form>
      <Days key={`${span.from} ${span.to}`} span={span} />
      <div className={styles.stack}>
        <h3>For the accounts</h3>
        <p>Every invoice and credit note of these days, a line each, without names.</p>
        <Button component="a" variant="default" href={accountingTable(span)} download>Download as CSV</Button>
      </div>
    </section>
  );
}

function Days({ span }: { span: Span }) {
  const query = useQuery(paymentDaysQuery(span));
  return (
    <Loaded query={query} failed="The days could not be read." skeleton={<LinesSkeleton lines={6} />}>
      {(days) => (days.length === 0 ? <p role="status">Nothing was paid or given back in these days.</p> : <Table days={days} />)}
    </Loaded>
  );
}

const Table = ({ days }: { days: PaymentDay[] }) => (
  <table className={styles.table}>
    <thead>
      <tr><th scope="col">Day (UTC)</th><th scope="col">Gateway</th><th scope="col">Paid</th><th scope="col">Given back</th><th scope="col">Invoices, credit notes</th><th scope="col">Trouble</th><th scope="col">The gateway says</th></tr>
    </thead>
    <tbody>
      {days.map((one) => (
        <tr key={`${one.day} ${one.gateway} ${one.captured.sum.currency}`}>
          <th scope="row">{one.day}</th>
          <td data-label="Gateway">{one.gatewayName}, {one.captured.sum.currency}</td>
          <td data-label="Paid"><Sum of={one.captured} /></td>
          <td data-label="Given back"><Sum of={one.refunded} /></td>
          <td data-label="Invoices, credit notes">{one.invoices}, {one.creditNotes}</td>
          <td data-label="Trouble">{troubles(one)}</td>
          <td data-label="The gateway says"><Compared day={one} /></td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Of what went back, a day may have less than nothing: refunds that failed. */
const Sum = ({ of: { count: number, sum } }: { of: { count: number; sum: Money } }) => (number === 0 && Number(sum.amount) === 0 ? <>none</> : <>{showMoney(sum)} <span className={styles.soft}>({number})</span></>);

const troubles = ({ disputed, quarantined }: PaymentDay): string =>
  [...(disputed > 0 ? [`${disputed} disputed`] : []), ...(quarantined > 0 ? [`${count(quarantined, 'payment')} that ${quarantined === 1 ? 'does' : 'do'} not fit`] : [])].join(', ') || 'none';

function Compared({ day: { check, differences } }: { day: PaymentDay }) {
  if (check === null) return <span className={styles.soft}>is asked the night after</span>;
  return (
    <>
      {differences.length === 0 && check.unanswered === 0 && <span className={styles.state} data-ok="true"><IconCheck size={18} stroke={1.5} aria-hidden />The same</span>}
      {check.unanswered > 0 && <span className={styles.state} data-ok="false"><IconAlertTriangle size={18} stroke={1.5} aria-hidden />Nothing about {check.unanswered} of {check.compared}</span>}
      {differences.length > 0 && (
        <>
          <span className={styles.state} data-ok="false"><IconAlertTriangle size={18} stroke={1.5} aria-hidden />{showMoney(check.theirs)} instead of {showMoney(check.ours)}</span>
          <ul className={styles.differences}>{differences.map((one) => <li key={`${one.reference} ${one.what}`}><Named difference={one} />: {differenceWords(one)}</li>)}</ul>
        </>
      )}
    </>
  );
}

/** What is not known here cannot be found here. */
function Named({ difference: { reference, what } }: { difference: PaymentDay['differences'][number] }) {
  if (what === 'absent_here') return reference;
  return <Link to="/operator/payments" search={{ view: 'find', find: reference }}>{reference}</Link>;
}
