import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { contactRequestsKey, declineRequest, type Refusal } from '../../api/contact-queries.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-combobox.css';
import '../../ui/mantine-forms.css';
import styles from './contact.module.css';
import { refusalWords } from './words.js';

const isRefusal = (value: unknown): value is Refusal => typeof value === 'string' && Object.hasOwn(refusalWords, value);

/** Says no, with a reason or without. */
export function Decline({ id, what }: { id: string; what: string }) {
  const queryClient = useQueryClient();
  const declining = useMutation({
    mutationFn: declineRequest,
    onSuccess: async () => {
      focusHeading();
      await queryClient.invalidateQueries({ queryKey: contactRequestsKey });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get('reason');
    declining.mutate({ id, reason: isRefusal(reason) ? reason : null });
  };
  return (
    <form className={styles.decline} onSubmit={submit}>
      <NativeSelect
        id={`reason-${id}`} name="reason" label="Or say no, if you like with a reason" defaultValue=""
        data={[{ value: '', label: 'Without a reason' }, ...Object.entries(refusalWords).map(([value, label]) => ({ value, label }))]}
      />
      <Button type="submit" variant="default" loading={declining.isPending}>Say no<span className="visually-hidden"> to {what}</span></Button>
      {declining.isError && <Failure title="Your answer was not sent." error={declining.error} />}
    </form>
  );
}
