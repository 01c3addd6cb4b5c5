import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type LegalHold, legalHoldsQuery, prolongSecret } from '../../api/hold-queries.js';
import { isProblem } from '../../api/problem.js';
import { showDeadline, showInstant } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-forms.css';
import styles from './operations.module.css';

/** Until when the law forbids to tell the person, which law, and each time that it was made longer. */
export function SecretFacts({ hold: { secretBecause, secretUntil, isSecret, prolongations } }: { hold: LegalHold }) {
  if (secretUntil === null) return null;
  return (
    <>
      <p className={styles.soft}>{isSecret ? 'Kept' : 'Was kept'} from the person until {showDeadline(secretUntil)} by: {secretBecause}</p>
      {prolongations.map(({ because, secretUntil: until, prolongedAt }) => <p key={prolongedAt} className={styles.soft}>Made longer {showInstant(prolongedAt)}, until {showDeadline(until)}{because !== null && `: ${because}`}</p>)}
    </>
  );
}

/** Has a hold kept from the person for longer, for a reason. */
export function Prolong({ hold: { id, ground } }: { hold: LegalHold }) {
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [secretUntil, setUntil] = useState('');
  const [because, setBecause] = useState('');
  const prolonging = useMutation({
    mutationFn: () => prolongSecret(id, { secretUntil, because }),
    onSuccess: () => {
      setOpen(false);
      setUntil('');
      setBecause('');
      return queryClient.invalidateQueries({ queryKey: legalHoldsQuery.queryKey });
    },
  });
  const faults: Record<string, string> = isProblem(prolonging.error) ? prolonging.error.problem.fields : {};
  const prolong = (event: FormEvent): void => {
    event.preventDefault();
    prolonging.mutate();
  };
  const which = <span className="visually-hidden">: {ground}</span>;
  if (!isOpen) return <div className={styles.buttons}><Button variant="default" autoFocus={prolonging.isSuccess} onClick={() => setOpen(true)}>The law forbids it for longer…{which}</Button></div>;
  return (
    <form noValidate className={styles.stack} onSubmit={prolong}>
      <TextInput id={`secret-${id}`} type="date" label="The new last day on which the law forbids it" value={secretUntil} error={faults['secretUntil']} autoFocus onChange={(event) => setUntil(event.currentTarget.value)} />
      <TextInput
        id={`longer-${id}`} className={styles.wide} label="Why longer?" description="It is written down." maxLength={500} value={because} error={faults['because']}
        onChange={(event) => setBecause(event.currentTarget.value)}
      />
      {prolonging.isError && Object.keys(faults).length === 0 && <Failure title="It was not made longer." error={prolonging.error} />}
      <Button type="submit" variant="default" loading={prolonging.isPending}>Make it longer{which}</Button>
    </form>
  );
}
