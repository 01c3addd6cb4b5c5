import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { openIncident } from '../../../api/incident-queries.js';
import { isProblem } from '../../../api/problem.js';
import { Failure } from '../../../ui/failure.js';
import '../../../ui/mantine-forms.css';
import styles from '../operations.module.css';
import { momentOf, ownZone } from './entered.js';

/** Opens an incident: the 72 hours run from when somebody here knew. */
export function IncidentOpening({ onOpened }: { onOpened: (id: string) => void }) {
  const [{ what, data, knownAt }, setEntered] = useState({ what: '', data: '', knownAt: '' });
  const enter = (change: { what?: string; data?: string; knownAt?: string }): void => setEntered((entered) => ({ ...entered, ...change }));
  const opening = useMutation({ mutationFn: () => openIncident({ what, data, knownAt: momentOf(knownAt) ?? '' }), onSuccess: ({ id }) => onOpened(id) });
  const faults = isProblem(opening.error) ? opening.error.problem.fields : {};
  const open = (event: FormEvent): void => {
    event.preventDefault();
    opening.mutate();
  };
  return (
    <section aria-labelledby="opening" className={styles.part}>
      <h2 id="opening">Write down an incident</h2>
      <form noValidate className={styles.stack} onSubmit={open}>
        <Textarea id="incident-what" className={styles.wide} label="What happened, as far as you know" rows={4} maxLength={5000} value={what} error={faults.what} onChange={(event) => enter({ what: event.currentTarget.value })} />
        <Textarea id="incident-data" className={styles.wide} label="Which kinds of data" rows={2} maxLength={2000} value={data} error={faults.data} onChange={(event) => enter({ data: event.currentTarget.value })} />
        <TextInput id="incident-known" type="datetime-local" label="When somebody here knew of it" description={`In your zone, ${ownZone()}. The 72 hours run from then.`} value={knownAt} error={faults.knownAt} onChange={(event) => enter({ knownAt: event.currentTarget.value })} />
        {opening.isError && Object.keys(faults).length === 0 && <Failure title="It was not written down." error={opening.error} />}
        <Button type="submit" loading={opening.isPending}>Open the incident</Button>
      </form>
    </section>
  );
}
