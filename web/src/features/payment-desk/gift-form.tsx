import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { giveCredits } from '../../api/payment-desk-queries.js';
import { isAbsent, ProblemError } from '../../api/problem.js';
import { count } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { useFocusOnFault } from '../../ui/form/use-focus-on-fault.js';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import styles from './desk.module.css';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST = 10_000;
const empty = { to: 'account' as 'account' | 'organisation', id: '', count: '5', because: '' };

/** Interviews for nothing: to make up for something, or to let somebody try. */
export function GiftForm() {
  const [gift, setGift] = useState(empty);
  const [faults, setFaults] = useState<Partial<Record<'id' | 'count' | 'because', string>>>({});
  const form = useFocusOnFault(Object.keys(faults).length > 0);
  const giving = useMutation({
    mutationFn: () => giveCredits({ to: gift.to, id: gift.id.trim().toLowerCase(), count: Number(gift.count), because: gift.because }),
    onSuccess: () => setGift({ ...empty, to: gift.to }),
    onError: (error) => setFaults(isAbsent(error) ? { id: 'There is no such account or organisation, or it is closed' } : (error instanceof ProblemError && error.problem.fields) || {}),
  });
  const set = (part: Partial<typeof gift>): void => { setGift({ ...gift, ...part }); setFaults({}); giving.reset(); };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = faultsIn(gift);
    setFaults(found);
    if (Object.keys(found).length === 0) giving.mutate();
  };
  return (
    <section className={styles.part} aria-labelledby="gifts">
      <h2 id="gifts">Give interviews</h2>
      <p>They can be used within a year. A candidate is told, with your reason; an organisation finds them under Billing. That you gave them stands in the audit log.</p>
      {giving.isSuccess && <Notice kind="done" title="Given">They can be used from this moment.</Notice>}
      <form ref={form} noValidate className={styles.stack} onSubmit={submit}>
        <NativeSelect label="To whom" value={gift.to} data={[{ value: 'account', label: 'A candidate: practice interviews' }, { value: 'organisation', label: 'An organisation: interviews it invites to' }]} onChange={({ currentTarget }) => set({ to: currentTarget.value === 'organisation' ? 'organisation' : 'account' })} />
        <TextInput className={styles.idField} label={gift.to === 'account' ? 'Id of the account' : 'Id of the organisation'} value={gift.id} error={faults.id} autoComplete="off" spellCheck={false} onChange={({ currentTarget }) => set({ id: currentTarget.value })} />
        <TextInput label="How many" inputMode="numeric" value={gift.count} error={faults.count} autoComplete="off" onChange={({ currentTarget }) => set({ count: currentTarget.value })} />
        <Textarea className={styles.wide} label="Why" description={gift.to === 'account' ? 'Whoever gets them reads this.' : 'It is kept with them, and shown to nobody.'} rows={2} maxLength={300} value={gift.because} error={faults.because} onChange={({ currentTarget }) => set({ because: currentTarget.value })} />
        {giving.isError && Object.keys(faults).length === 0 && <Failure title="Nothing was given." error={giving.error} />}
        <Button type="submit" loading={giving.isPending}>Give {/^\d+$/.test(gift.count) ? count(Number(gift.count), 'interview') : 'interviews'}</Button>
      </form>
    </section>
  );
}

function faultsIn({ id, count: number, because }: typeof empty) {
  return {
    ...(ID.test(id.trim().toLowerCase()) ? {} : { id: 'Enter a whole id, like 0193c2f0-8a3e-7c41-9d25-3f6a1b2c4d5e' }),
    ...(/^\d+$/.test(number) && Number(number) >= 1 && Number(number) <= MOST ? {} : { count: `Enter a number from 1 to ${MOST.toLocaleString('en-GB')}` }),
    ...(because.trim() === '' ? { because: 'Say why' } : {}),
  };
}
