import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { askRefund, paymentDesk, type Refund } from '../../api/payment-desk-queries.js';
import { ProblemError } from '../../api/problem.js';
import { type Money, showMoney } from '../../lib/money.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useFocusOnFault } from '../../ui/form/use-focus-on-fault.js';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import styles from './desk.module.css';
import { reasons, refundWords } from './words.js';

interface Props {
  of: 'payments' | 'quarantine';
  id: string;
  refundable: Money;
  onClose: () => void;
}

type Faults = Partial<Record<'amount' | 'reason' | 'says', string>>;

/** How much goes back, and why. It is asked once more before it does. */
export function RefundForm({ of, id, refundable, onClose }: Props) {
  const queryClient = useQueryClient();
  const [wish, setWish] = useState({ amount: refundable.amount, reason: of === 'quarantine' ? 'does_not_fit' : '', says: '' });
  const [faults, setFaults] = useState<Faults>({});
  const [asks, setAsks] = useState(false);
  const form = useFocusOnFault(Object.keys(faults).length > 0);
  const [made, setMade] = useState<Refund | null>(null);
  const asking = useMutation({
    mutationFn: () => askRefund({ of, id, wish }),
    onSuccess: (refund) => {
      setAsks(false);
      setMade(refund);
      return queryClient.invalidateQueries(paymentDesk);
    },
    onError: (error) => {
      if (!(error instanceof ProblemError) || Object.keys(error.problem.fields).length === 0) return;
      setFaults(error.problem.fields);
      setAsks(false);
    },
  });
  const set = (part: Partial<typeof wish>): void => { setWish({ ...wish, ...part }); setFaults({}); };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = faultsIn(wish);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    asking.reset();
    setAsks(true);
  };
  if (made) return <Notice kind="done" title={`${showMoney(made.amount)} to be given back`}>{refundWords[made.state]}.</Notice>;
  return (
    <form ref={form} noValidate className={styles.stack} onSubmit={submit} aria-label="Give money back">
      <TextInput label={`How much, in ${refundable.currency}`} description={`At most ${showMoney(refundable)}`} inputMode="decimal" autoComplete="off" value={wish.amount} error={faults.amount} onChange={({ currentTarget }) => set({ amount: currentTarget.value })} />
      <NativeSelect label="Why" data={[{ value: '', label: 'Choose one' }, ...reasons]} value={wish.reason} error={faults.reason} onChange={({ currentTarget }) => set({ reason: currentTarget.value })} />
      <Textarea className={styles.wide} label="In your words" description="For those who look at this later. Write nothing about a person." rows={2} maxLength={1000} value={wish.says} error={faults.says} onChange={({ currentTarget }) => set({ says: currentTarget.value })} />
      <div className={styles.buttons}>
        <Button type="submit">Give it back</Button>
        <Button variant="default" onClick={onClose}>Leave it</Button>
      </div>
      <ConfirmDialog open={asks} title={`Give back ${asks ? showMoney({ ...refundable, amount: wish.amount }) : ''}?`} verb="Give it back" destroys busy={asking.isPending} error={asking.error} onConfirm={() => asking.mutate()} onClose={() => setAsks(false)}>
        <p>{of === 'payments' ? 'The buyer is told. What it bought and was not used yet is taken back in the same share.' : 'Nothing was given for it. Whoever paid is told, if we know who that is.'} A large sum waits for a second operator first.</p>
      </ConfirmDialog>
    </form>
  );
}

function faultsIn({ amount, reason, says }: { amount: string; reason: string; says: string }): Faults {
  return {
    ...(/^\d+(\.\d+)?$/.test(amount) && Number(amount) > 0 ? {} : { amount: 'Enter an amount, like 4.50' }),
    ...(reason === '' ? { reason: 'Choose why' } : {}),
    ...(says.trim() === '' ? { says: 'Say it in your words' } : {}),
  };
}
