import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { addAffected, type Affected, countAffected, type Incident } from '../../../api/incident-queries.js';
import { isProblem } from '../../../api/problem.js';
import { policyQuery } from '../../../api/queries.js';
import { count } from '../../../lib/format.js';
import { Failure } from '../../../ui/failure.js';
import '../../../ui/mantine-combobox.css';
import '../../../ui/mantine-forms.css';
import { Notice } from '../../../ui/notice.js';
import styles from '../operations.module.css';
import { momentOf, ownZone } from './entered.js';
import { useIncidentChange } from './use-incident-change.js';

const EMPTY = { by: 'data', kind: 'account', from: '', to: '', ids: '' };
type Entered = typeof EMPTY;
const WAYS = [{ value: 'data', label: 'Whoever has a kind of data here' }, { value: 'activity', label: 'Whoever was here in a period' }, { value: 'list', label: 'A list of accounts' }, { value: 'everybody', label: 'Everybody' }];

/** The people an incident touched: counted first, then added. */
export function IncidentPeople({ incident }: { incident: Incident }) {
  const { id, waiting, sent, leftOut, closedAt, mailsBegunAt } = incident;
  return (
    <section aria-labelledby="people" className={styles.part}>
      <h2 id="people">The people it touched</h2>
      <p>{waiting + sent + leftOut === 0 ? 'Nobody was added yet.' : `${count(waiting + sent + leftOut, 'person', 'people')}, each by a reference that means nothing elsewhere.`}</p>
      {closedAt === null && mailsBegunAt !== null && <p className={styles.soft}>Whoever you add from now on gets the same mail at once.</p>}
      {closedAt === null && <Question id={id} />}
    </section>
  );
}

function Question({ id }: { id: string }) {
  const [entered, setEntered] = useState(EMPTY);
  const counting = useMutation({ mutationFn: (wanted: Affected) => countAffected(id, wanted) });
  const adding = useIncidentChange((wanted: Affected) => addAffected(id, wanted), () => counting.reset());
  const enter = (change: Partial<Entered>): void => {
    setEntered({ ...entered, ...change });
    counting.reset();
  };
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    counting.mutate(askedFor(entered));
  };
  const error = counting.error ?? adding.error;
  const faults = isProblem(error) ? Object.values(error.problem.fields) : [];
  return (
    <form noValidate className={styles.stack} onSubmit={ask}>
      <NativeSelect id="people-by" label="Whom did it touch?" data={WAYS} value={entered.by} onChange={(event) => enter({ by: event.currentTarget.value })} />
      <Details entered={entered} onEnter={enter} />
      {error !== null && <Failure title="They were not looked for." error={error} />}
      {faults.map((fault) => <p key={fault}>{fault}</p>)}
      <Button type="submit" variant="default" loading={counting.isPending}>Count them</Button>
      {counting.data && counting.variables && (
        <Notice kind="info" title={`${count(counting.data.people, 'person', 'people')} found`}
          action={counting.data.added > 0 && <Button size="sm" loading={adding.isPending} onClick={() => counting.variables && adding.mutate(counting.variables)}>Add {count(counting.data.added, 'person', 'people')}</Button>}
        >
          {counting.data.added === 0 ? 'None of them is new to this incident.' : `${counting.data.added.toLocaleString('en-GB')} of them ${counting.data.added === 1 ? 'is' : 'are'} new to this incident. Nothing is sent by adding them before the mails begin.`}
        </Notice>
      )}
    </form>
  );
}

function Details({ entered: { by, kind, from, to, ids }, onEnter }: { entered: Entered; onEnter: (change: Partial<Entered>) => void }) {
  const { data: policy } = useQuery(policyQuery);
  if (by === 'data') {
    return <NativeSelect id="people-kind" className={styles.wide} label="Which kind" value={kind} data={(policy?.retention ?? []).map(({ id, says }) => ({ value: id, label: says }))} onChange={(event) => onEnter({ kind: event.currentTarget.value })} />;
  }
  if (by === 'activity') {
    return (
      <>
        <TextInput id="people-from" type="datetime-local" label="From" description={`In your zone, ${ownZone()}.`} value={from} onChange={(event) => onEnter({ from: event.currentTarget.value })} />
        <TextInput id="people-to" type="datetime-local" label="To" value={to} onChange={(event) => onEnter({ to: event.currentTarget.value })} />
      </>
    );
  }
  if (by === 'list') return <Textarea id="people-list" className={styles.wide} label="Ids of accounts, one on each line" rows={5} value={ids} spellCheck={false} onChange={(event) => onEnter({ ids: event.currentTarget.value })} />;
  return null;
}

function askedFor({ by, kind, from, to, ids }: Entered): Affected {
  if (by === 'data') return { by, kind };
  if (by === 'activity') return { by, from: momentOf(from) ?? '', to: momentOf(to) ?? '' };
  if (by === 'list') return { by, accountIds: ids.toLowerCase().split(/[\s,;]+/).filter((id) => id !== '') };
  return { by: 'everybody' };
}
