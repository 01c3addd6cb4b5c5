import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { compareKey, overrideScore, reviewedKey } from '../../api/reviewed-queries.js';
import { faultsOf } from '../../ui/form/faults.js';
import { useFocusOnFault } from '../../ui/form/use-focus-on-fault.js';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import styles from './scorecards.module.css';

const NOTHING = { overall: '', reason: '' };

/** Puts a score of one's own in the place of the one that stands. Both are kept. */
export function OverrideForm({ invitationId }: { invitationId: string }) {
  const [typed, setTyped] = useState(NOTHING);
  const queryClient = useQueryClient();
  const sending = useMutation({
    mutationFn: () => overrideScore(invitationId, typed),
    onSuccess: async (data) => {
      queryClient.setQueryData(reviewedKey(invitationId), data);
      setTyped(NOTHING);
      // What was pressed is put away; what it changed stands above.
      form.current?.closest('details')?.removeAttribute('open');
      document.getElementById('scores')?.focus();
      await queryClient.invalidateQueries({ queryKey: compareKey });
    },
  });
  const faults = sending.error === null ? {} : faultsOf(sending.error);
  const form = useFocusOnFault(sending.isError);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    sending.mutate();
  };
  const type = (part: Partial<typeof NOTHING>): void => {
    setTyped({ ...typed, ...part });
    sending.reset();
  };
  return (
    <details className={styles.override}>
      <summary>Put another score in its place</summary>
      <form ref={form} noValidate className={styles.form} onSubmit={send}>
        <p className={styles.soft}>Both scores stay, and both are shown to everybody who may read this.</p>
        <TextInput id="overall" label="Score, 0 to 10" inputMode="decimal" maxLength={5} value={typed.overall} error={faults['overall']} onChange={({ currentTarget }) => type({ overall: currentTarget.value })} />
        <Textarea id="why" className={styles.wide} label="Why?" rows={3} maxLength={2000} value={typed.reason} error={faults['reason']} onChange={({ currentTarget }) => type({ reason: currentTarget.value })} />
        {faults[''] !== undefined && <Notice kind="failure">{faults['']}</Notice>}
        <Button type="submit" variant="default" loading={sending.isPending}>Let it stand</Button>
      </form>
    </details>
  );
}
