import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { isProblem } from '../../api/problem.js';
import { changeSavedSearch, savedSearchesQuery } from '../../api/talent-queries.js';
import { Failure } from '../../ui/failure.js';
import { FormDialog, nameIn } from './form-dialog.js';
import styles from './saved.module.css';

/** Another name for a saved search. */
export function RenameSearch({ id, name }: { id: string; name: string }) {
  const field = useId();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const renaming = useMutation({
    mutationFn: (wanted: string) => changeSavedSearch(id, { name: wanted }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: savedSearchesQuery.queryKey });
      setOpen(false);
    },
  });
  const faults = isProblem(renaming.error, 'http.invalid_body') ? renaming.error.problem.fields : {};
  const rename = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    renaming.mutate(nameIn(event.currentTarget));
  };
  return (
    <>
      <Button variant="subtle" size="compact-md" aria-label={`Rename ${name}`} onClick={() => { renaming.reset(); setOpen(true); }}>Rename</Button>
      <FormDialog open={open} title="Rename this search" onClose={() => setOpen(false)}>
        <form className={styles.form} onSubmit={rename}>
          <TextInput id={field} name="name" label="Name" required withAsterisk={false} maxLength={100} defaultValue={name} error={faults.name} data-autofocus autoComplete="off" />
          {renaming.isError && Object.keys(faults).length === 0 && <Failure error={renaming.error} />}
          <div className={styles.actions}>
            <Button type="submit" loading={renaming.isPending}>Rename</Button>
            <Button variant="default" onClick={() => setOpen(false)}>Cancel</Button>
          </div>
        </form>
      </FormDialog>
    </>
  );
}
