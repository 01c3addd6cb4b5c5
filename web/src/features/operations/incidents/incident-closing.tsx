import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { closeIncident, type Incident } from '../../../api/incident-queries.js';
import { isProblem } from '../../../api/problem.js';
import { Failure } from '../../../ui/failure.js';
import '../../../ui/mantine-forms.css';
import styles from '../operations.module.css';
import { useIncidentChange } from './use-incident-change.js';

/** Closes an incident with what prevents it from now on. */
export function IncidentClosing({ incident: { id, mailsBegunAt } }: { incident: Incident }) {
  const [prevention, setPrevention] = useState('');
  const [because, setBecause] = useState('');
  const closing = useIncidentChange((said: { prevention: string; notToldBecause?: string }) => closeIncident(id, said));
  const faults = isProblem(closing.error) ? closing.error.problem.fields : {};
  const close = (event: FormEvent): void => {
    event.preventDefault();
    closing.mutate({ prevention, ...(because.trim() === '' ? {} : { notToldBecause: because }) });
  };
  return (
    <section aria-labelledby="closing" className={styles.part}>
      <h2 id="closing">Close it</h2>
      <form noValidate className={styles.stack} onSubmit={close}>
        <Textarea id="closing-prevention" className={styles.wide} label="What prevents it from now on" rows={3} maxLength={5000} value={prevention} error={faults.prevention} onChange={(event) => setPrevention(event.currentTarget.value)} />
        {mailsBegunAt === null && (
          <Textarea
            id="closing-because" className={styles.wide} label="Why nobody has to be told" description="Only if you do not mail the people it touched (GDPR article 34(3))." rows={2} maxLength={2000} value={because} error={faults.notToldBecause}
            onChange={(event) => setBecause(event.currentTarget.value)}
          />
        )}
        {closing.isError && <Failure title="It is still open." error={closing.error} />}
        <Button type="submit" variant="default" loading={closing.isPending}>Close the incident</Button>
      </form>
    </section>
  );
}
