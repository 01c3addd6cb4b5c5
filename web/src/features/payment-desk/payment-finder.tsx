import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { foundPaymentsQuery } from '../../api/payment-desk-queries.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import styles from './desk.module.css';
import { FoundPayment } from './found-payment.js';

/** One payment by a number that stands on it. There is no list of payments of people to look through. */
export function PaymentFinder({ find, onFind }: { find: string | undefined; onFind: (reference: string) => void }) {
  const [words, setWords] = useState(find ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (words.trim() !== '') onFind(words.trim());
  };
  return (
    <section className={styles.part} aria-labelledby="find">
      <h2 id="find">Find a payment</h2>
      <form className={styles.find} onSubmit={submit}>
        <TextInput label="Number of the invoice, of the purchase, or of the payment at its gateway" value={words} maxLength={255} autoComplete="off" spellCheck={false} onChange={({ currentTarget }) => setWords(currentTarget.value)} />
        <Button type="submit">Find it</Button>
      </form>
      {find !== undefined && <Found key={find} reference={find} />}
    </section>
  );
}

function Found({ reference }: { reference: string }) {
  const query = useQuery(foundPaymentsQuery(reference));
  return (
    <Loaded query={query} failed="The payments could not be read." skeleton={<LinesSkeleton lines={5} />}>
      {(payments) => (payments.length === 0 ? <p role="status">No payment that fits an order has this number.</p> : <div className={styles.found}>{payments.map((payment) => <FoundPayment key={payment.id} payment={payment} />)}</div>)}
    </Loaded>
  );
}
