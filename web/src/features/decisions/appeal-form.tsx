import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { appealDecision, ownDecisionQuery } from '../../api/reviewed-queries.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-forms.css';
import styles from './decisions.module.css';

/** Asks a person for another look. */
export function AppealForm({ invitationId, days, onDone }: { invitationId: string; days: number; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const sending = useMutation({ mutationFn: () => appealDecision(invitationId, said), onSuccess: (data) => {
    queryClient.setQueryData(ownDecisionQuery(invitationId).queryKey, data);
    onDone();
  } });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (said.trim() === '') return setFault('Say what you think was overlooked');
    sending.mutate();
  };
  if (!open) {
    return (
      <div className={styles.form}>
        <p>If you think this is wrong, a person looks at your answers once more: somebody other than the one who decided, where there is somebody else. You get an answer with reasons within {days} days. You can ask once.</p>
        <Button variant="default" onClick={() => setOpen(true)}>Ask for another look</Button>
      </div>
    );
  }
  return (
    <form noValidate className={styles.form} onSubmit={send}>
      <Textarea
        id="appeal" className={styles.wide} autoFocus label="What was overlooked, or is wrong?" description={`The people of the organisation read this. They answer within ${days} days.`} rows={5} maxLength={5000} value={said} error={fault}
        onChange={({ currentTarget }) => { setSaid(currentTarget.value); setFault(null); }}
      />
      {sending.isError && <Failure title="It was not sent." error={sending.error} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={sending.isPending}>Send it</Button>
        <Button variant="default" onClick={() => { setOpen(false); onDone(); }}>Cancel</Button>
      </div>
    </form>
  );
}
