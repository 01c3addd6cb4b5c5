import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { isProblem } from '../../api/problem.js';
import { saveSearch, savedSearchesQuery, type TalentAsk } from '../../api/talent-queries.js';
import { Failure } from '../../ui/failure.js';
import { FormDialog, nameIn } from './form-dialog.js';
import { narrowings } from './talent-ask.js';
import { wordFor } from './words.js';
import styles from './saved.module.css';

/** Keeps the question as it stands, under a name. */
export function SaveSearch({ ask }: { ask: TalentAsk }) {
  const id = useId();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const saving = useMutation({
    mutationFn: saveSearch,
    onSuccess: () => {
      setOpen(false);
      void queryClient.invalidateQueries({ queryKey: savedSearchesQuery.queryKey });
    },
  });
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    saving.mutate({ name: nameIn(event.currentTarget), query: ask, alerts: new FormData(event.currentTarget).has('alerts') });
  };
  const start = (): void => { saving.reset(); setOpen(true); };
  const faults = isProblem(saving.error, 'http.invalid_body') ? saving.error.problem.fields : {};
  return (
    <>
      <Button variant="default" size="sm" onClick={start}>Save this search</Button>
      {saving.isSuccess && <p role="status" className={styles.saved}>Saved. <Link to="/saved-searches">See your saved searches</Link></p>}
      <FormDialog open={open} title="Save this search" onClose={() => setOpen(false)}>
        <form className={styles.form} onSubmit={save}>
          <TextInput id={`${id}-name`} name="name" label="Name" required withAsterisk={false} maxLength={100} defaultValue={named(ask)} error={faults.name} data-autofocus autoComplete="off" />
          <Checkbox id={`${id}-alerts`} name="alerts" defaultChecked label="Tell me when somebody new fits" description="In your notes here and by mail, at most once a day, without names." />
          {saving.isError && Object.keys(faults).length === 0 && <Failure error={saving.error} />}
          <div className={styles.actions}>
            <Button type="submit" loading={saving.isPending}>Save</Button>
            <Button variant="default" onClick={() => setOpen(false)}>Cancel</Button>
          </div>
        </form>
      </FormDialog>
    </>
  );
}

const named = (ask: TalentAsk): string => narrowings(ask).map(([name, value]) => wordFor(name, value, new Map())).join(', ').slice(0, 100);
