import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type EnteredHold, legalHoldsQuery, placeHold } from '../../api/hold-queries.js';
import { isProblem } from '../../api/problem.js';
import { capital, showDeadline } from '../../lib/format.js';
import { partInWords } from '../../lib/parts-in-words.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import styles from './operations.module.css';

const EMPTY = { accountId: '', ground: '', reason: '', holdsUntil: '', secretBecause: '', secretUntil: '' };
type Entered = typeof EMPTY;

/** Has a sealed copy kept of the parts that law, tax or a dispute asks for. */
export function HoldForm({ parts }: { parts: readonly string[] }) {
  const queryClient = useQueryClient();
  const [entered, setEntered] = useState(EMPTY);
  const [modules, setModules] = useState<string[]>([]);
  const placing = useMutation({
    mutationFn: () => placeHold(orderOf(entered, modules)),
    onSuccess: () => {
      setEntered(EMPTY);
      setModules([]);
      return queryClient.invalidateQueries({ queryKey: legalHoldsQuery.queryKey });
    },
  });
  const faults: Record<string, string> = isProblem(placing.error) ? placing.error.problem.fields : {};
  const field = (name: keyof Entered) => ({
    id: `hold-${name}`, value: entered[name], error: faults[name],
    onChange: (event: { currentTarget: { value: string } }) => setEntered({ ...entered, [name]: event.currentTarget.value }),
  });
  const place = (event: FormEvent): void => {
    event.preventDefault();
    placing.mutate();
  };
  return (
    <section aria-labelledby="placing" className={styles.part}>
      <h2 id="placing">Place a hold</h2>
      {placing.isSuccess && <Notice kind="done">The hold is placed, and its copy is being sealed. {placing.data.secretUntil === null ? 'The person was told.' : `The person is told after ${showDeadline(placing.data.secretUntil)}.`}</Notice>}
      <form noValidate className={styles.stack} onSubmit={place}>
        <TextInput className={styles.idField} label="Id of the account" autoComplete="off" spellCheck={false} {...field('accountId')} />
        <Checkbox.Group id="hold-modules" label="What is kept" description="No more than is needed." value={modules} onChange={setModules} error={faults['modules']}>
          <div className={styles.buttons}>{parts.map((part) => <Checkbox key={part} value={part} label={capital(partInWords(part))} />)}</div>
        </Checkbox.Group>
        <Textarea className={styles.wide} label="The law, or the dispute" rows={2} maxLength={500} {...field('ground')} />
        <Textarea className={styles.wide} label="Why it must be kept" description="The person reads it." rows={3} maxLength={2000} {...field('reason')} />
        <TextInput className={styles.idField} type="date" label="Until" description="Within a year. Place a new hold when it is needed longer." {...field('holdsUntil')} />
        <TextInput className={styles.wide} label="The person may not be told, because of" description="Only where a law forbids it: name it. Leave it empty otherwise." maxLength={500} {...field('secretBecause')} />
        <TextInput className={styles.idField} type="date" label="The last day on which the law forbids it" description="The person is told on the next, in UTC. It may be made later before it is over, and is no later than the end of the hold." {...field('secretUntil')} />
        {placing.isError && Object.keys(faults).length === 0 && <Failure title="The hold was not placed." error={placing.error} />}
        <Button type="submit" loading={placing.isPending}>Place the hold</Button>
      </form>
    </section>
  );
}

const orderOf = ({ accountId, ground, reason, holdsUntil, secretBecause, secretUntil }: Entered, modules: string[]): EnteredHold => ({
  accountId: accountId.trim().toLowerCase(), modules, ground, reason, holdsUntil, ...(secretBecause.trim() === '' ? {} : { secretBecause }), ...(secretUntil === '' ? {} : { secretUntil }),
});
