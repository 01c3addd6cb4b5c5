import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { amendIncident, type Incident, type IncidentFacts } from '../../../api/incident-queries.js';
import { isProblem } from '../../../api/problem.js';
import { Failure } from '../../../ui/failure.js';
import '../../../ui/mantine-forms.css';
import { Notice } from '../../../ui/notice.js';
import styles from '../operations.module.css';
import { enteredOf, momentOf, ownZone } from './entered.js';
import { useIncidentChange } from './use-incident-change.js';

/** What is known of an incident, which becomes clearer while somebody looks into it. */
export function IncidentFactsForm({ incident }: { incident: Incident }) {
  const [entered, setEntered] = useState({ what: incident.what, data: incident.data, beganAt: enteredOf(incident.beganAt), endedAt: enteredOf(incident.endedAt) });
  const amending = useIncidentChange((facts: IncidentFacts) => amendIncident(incident.id, facts));
  const faults = isProblem(amending.error) ? amending.error.problem.fields : {};
  const enter = (change: Partial<typeof entered>): void => setEntered({ ...entered, ...change });
  const amend = (event: FormEvent): void => {
    event.preventDefault();
    const [beganAt, endedAt] = [momentOf(entered.beganAt), momentOf(entered.endedAt)];
    amending.mutate({ what: entered.what, data: entered.data, ...(beganAt === undefined ? {} : { beganAt }), ...(endedAt === undefined ? {} : { endedAt }) });
  };
  return (
    <form noValidate className={styles.stack} onSubmit={amend}>
      <Textarea id="facts-what" className={styles.wide} label="What happened" rows={4} maxLength={5000} value={entered.what} error={faults.what} onChange={(event) => enter({ what: event.currentTarget.value })} />
      <Textarea id="facts-data" className={styles.wide} label="Which kinds of data" rows={2} maxLength={2000} value={entered.data} error={faults.data} onChange={(event) => enter({ data: event.currentTarget.value })} />
      <TextInput id="facts-began" type="datetime-local" label="When it began" description={`In your zone, ${ownZone()}. Leave it empty while nobody knows.`} value={entered.beganAt} error={faults.beganAt} onChange={(event) => enter({ beganAt: event.currentTarget.value })} />
      <TextInput id="facts-ended" type="datetime-local" label="When it ended" value={entered.endedAt} error={faults.endedAt} onChange={(event) => enter({ endedAt: event.currentTarget.value })} />
      {amending.isError && Object.keys(faults).length === 0 && <Failure title="It was not changed." error={amending.error} />}
      {amending.isSuccess && <Notice kind="done">It is stored.</Notice>}
      <Button type="submit" variant="default" loading={amending.isPending}>Save what is known</Button>
    </form>
  );
}
