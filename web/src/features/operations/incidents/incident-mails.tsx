import { Button, Progress, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Incident, tellAffected } from '../../../api/incident-queries.js';
import { isProblem } from '../../../api/problem.js';
import { count } from '../../../lib/format.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import '../../../ui/mantine-forms.css';
import styles from '../operations.module.css';
import { useIncidentChange } from './use-incident-change.js';

/** What the people it touched are told, each once, and how far that is. */
export function IncidentMails({ incident }: { incident: Incident }) {
  const { told, waiting, closedAt, peopleNotToldBecause } = incident;
  return (
    <section aria-labelledby="mails" className={styles.part}>
      <h2 id="mails">What they are told</h2>
      {told !== null && <Told incident={incident} told={told} />}
      {peopleNotToldBecause !== null && <p className={styles.words}>Nobody was told: {peopleNotToldBecause}</p>}
      {told === null && closedAt === null && (waiting > 0 ? <Writer incident={incident} /> : <p>Add the people it touched first.</p>)}
    </section>
  );
}

function Told({ incident: { waiting, sent, leftOut }, told }: { incident: Incident; told: NonNullable<Incident['told']> }) {
  const all = waiting + sent + leftOut;
  const says = waiting === 0 ? `Went to ${count(sent, 'person', 'people')}.` : `Goes out: ${sent.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} written.`;
  return (
    <>
      <p role="status">{says}{leftOut > 0 && ` ${count(leftOut, 'person', 'people')} could not be written to.`}</p>
      {waiting > 0 && <Progress className={styles.wide ?? ''} value={((sent + leftOut) / all) * 100} aria-label={says} />}
      <p className={styles.words}><strong>What happened:</strong> {told.what}</p>
      <p className={styles.words}><strong>What it means for them:</strong> {told.meaning}</p>
      <p className={styles.words}><strong>What we do:</strong> {told.measures}</p>
    </>
  );
}

function Writer({ incident: { id, waiting } }: { incident: Incident }) {
  const [words, setWords] = useState({ what: '', meaning: '', measures: '' });
  const [isAsking, setAsking] = useState(false);
  const telling = useIncidentChange((said: typeof words) => tellAffected(id, said));
  const faults = isProblem(telling.error) ? telling.error.problem.fields : {};
  const isWhole = Object.values(words).every((said) => said.trim() !== '');
  const write = (change: Partial<typeof words>): void => setWords({ ...words, ...change });
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setAsking(true);
  };
  return (
    <form noValidate className={styles.stack} onSubmit={ask}>
      <Textarea id="told-what" className={styles.wide} label="What happened" description="In plain words. Each line becomes a paragraph." rows={3} maxLength={5000} value={words.what} error={faults.what} onChange={(event) => write({ what: event.currentTarget.value })} />
      <Textarea id="told-meaning" className={styles.wide} label="What it means for them" rows={3} maxLength={5000} value={words.meaning} error={faults.meaning} onChange={(event) => write({ meaning: event.currentTarget.value })} />
      <Textarea id="told-measures" className={styles.wide} label="What we do, and what they can do" rows={3} maxLength={5000} value={words.measures} error={faults.measures} onChange={(event) => write({ measures: event.currentTarget.value })} />
      <p className={styles.soft}>Whom to ask is added below it.</p>
      <Button type="submit" disabled={!isWhole}>Mail {count(waiting, 'person', 'people')}</Button>
      <ConfirmDialog
        open={isAsking} title={`Mail ${count(waiting, 'person', 'people')}?`} verb="Send the mails" busy={telling.isPending} error={telling.error}
        onConfirm={() => telling.mutate(words)} onClose={() => { setAsking(false); telling.reset(); }}
      >
        Each of them gets it once, and it cannot be called back or written differently later.
      </ConfirmDialog>
    </form>
  );
}
