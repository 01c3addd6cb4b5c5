import { Button, Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type BuiltInCheckout, type BuiltInChoice, chooseAtBuiltIn } from '../../api/built-in-checkout.js';
import { showMoney } from '../../lib/money.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-forms.css';
import styles from './built-in-checkout.module.css';

const others = [
  { choice: 'decline', verb: 'Decline', says: 'As when a bank says no. You can come back and pay.' },
  { choice: 'promise', verb: 'Promise it', says: 'As with a bank transfer: it is not there yet, and arrives in a minute.' },
  { choice: 'cancel', verb: 'Cancel', says: 'You leave without paying, and this page is closed.' },
] as const satisfies readonly { choice: BuiltInChoice; verb: string; says: string }[];

/** What somebody could do at a payment service, each as one press. */
export function Choices({ checkout: { amount, every }, reference }: { checkout: BuiltInCheckout; reference: string }) {
  const [wish, setWish] = useState({ nextFails: false, shortTurn: false });
  const choosing = useMutation({ mutationFn: chooseAtBuiltIn, onSuccess: ({ back }) => window.location.assign(back) });
  const press = (choice: BuiltInChoice): void => choosing.mutate({ reference, choice, ...wish });
  // Until the browser is elsewhere, a second press would be a second choice.
  const busy = choosing.isPending || choosing.isSuccess;
  const isBusyWith = (choice: BuiltInChoice): boolean => busy && choosing.variables?.choice === choice;
  return (
    <section className={styles.choices} aria-label="What you do">
      {every !== null && (
        <>
          <Checkbox label="Let the first turn be over in a minute" description="So that you need not wait for the payment after this one." checked={wish.shortTurn} onChange={({ currentTarget }) => setWish({ ...wish, shortTurn: currentTarget.checked })} />
          <Checkbox label="Let the payment after this one fail" description="So that you can see what becomes of a plan that is not paid." checked={wish.nextFails} onChange={({ currentTarget }) => setWish({ ...wish, nextFails: currentTarget.checked })} />
        </>
      )}
      <Button size="md" loading={isBusyWith('pay')} disabled={busy} onClick={() => press('pay')}>Pay {showMoney(amount)}</Button>
      <ul className={styles.others}>
        {others.map(({ choice, verb, says }) => (
          <li key={choice}>
            <Button variant="default" loading={isBusyWith(choice)} disabled={busy} aria-describedby={`${choice}-says`} onClick={() => press(choice)}>{verb}</Button>
            <p id={`${choice}-says`}>{says}</p>
          </li>
        ))}
      </ul>
      {choosing.isError && <Failure title="Nothing was decided." error={choosing.error} />}
    </section>
  );
}
