import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { decideAuthority, type Incident } from '../../../api/incident-queries.js';
import { isProblem } from '../../../api/problem.js';
import { Failure } from '../../../ui/failure.js';
import '../../../ui/mantine-forms.css';
import styles from '../operations.module.css';
import { momentOf, ownZone } from './entered.js';
import { useIncidentChange } from './use-incident-change.js';

type Said = Parameters<typeof decideAuthority>[1];

/** Writes down that the authority was told, or why it need not be. */
export function AuthorityDecision({ incident: { id } }: { incident: Incident }) {
  const [toldAt, setToldAt] = useState('');
  const [reference, setReference] = useState('');
  const [because, setBecause] = useState('');
  const deciding = useIncidentChange((said: Said) => decideAuthority(id, said));
  const faults = isProblem(deciding.error) ? deciding.error.problem.fields : {};
  const decide = (event: FormEvent, said: Said): void => {
    event.preventDefault();
    deciding.mutate(said);
  };
  return (
    <>
      <form noValidate className={styles.stack} onSubmit={(event) => decide(event, { toldAt: momentOf(toldAt) ?? '', reference })}>
        <TextInput id="authority-at" type="datetime-local" label="When it was told" description={`In your zone, ${ownZone()}.`} value={toldAt} error={faults.toldAt} onChange={(event) => setToldAt(event.currentTarget.value)} />
        <TextInput id="authority-reference" className={styles.idField} label="Its reference" maxLength={200} value={reference} error={faults.reference} autoComplete="off" onChange={(event) => setReference(event.currentTarget.value)} />
        <Button type="submit" loading={deciding.isPending}>Write down that it was told</Button>
      </form>
      <details>
        <summary>It need not be told</summary>
        <form noValidate className={styles.stack} onSubmit={(event) => decide(event, { because })}>
          <Textarea id="authority-because" className={styles.wide} label="Why not" description="Only where a risk to people is unlikely (GDPR article 33(1))." rows={3} maxLength={2000} value={because} error={faults.because} onChange={(event) => setBecause(event.currentTarget.value)} />
          <Button type="submit" variant="default" loading={deciding.isPending}>Write down why not</Button>
        </form>
      </details>
      {deciding.isError && Object.keys(faults).length === 0 && <Failure title="It was not written down." error={deciding.error} />}
    </>
  );
}
