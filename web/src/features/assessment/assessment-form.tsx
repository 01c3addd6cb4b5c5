import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { makeAssessment } from '../../api/commands.js';
import { ProblemError } from '../../api/problem.js';
import { assessmentQuery, assessmentsQuery } from '../../api/queries.js';
import { type AssessmentRoles } from '../../api/schema.js';
import { count } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-combobox.css';
import '../../ui/mantine-forms.css';
import styles from './assessment.module.css';

/** As the server takes it. */
const MOST_CHARACTERS = 20_000;

/** What fills the field from the address of the advertisement. */
export type ReadPage = (text: string, onText: (text: string) => void) => ReactNode;

interface Props {
  roles: AssessmentRoles['roles'];
  roleId: string | null;
  onRole: (id: string) => void;
  onMade: (id: string) => void;
  readPage: ReadPage;
}

/** The role, and the advertisement if there is one. */
export function AssessmentForm({ roles, roleId, onRole, onMade, readPage }: Props) {
  const [description, setDescription] = useState('');
  const queryClient = useQueryClient();
  const making = useMutation({
    mutationFn: makeAssessment,
    onSuccess: (made) => {
      queryClient.setQueryData(assessmentQuery(made.id).queryKey, made);
      void queryClient.invalidateQueries({ queryKey: assessmentsQuery.queryKey });
      onMade(made.id);
    },
  });
  const role = roles.find(({ id }) => id === roleId) ?? roles[0];
  const over = description.length - MOST_CHARACTERS;
  if (!role) return <p>There is no role to compare with on this machine. The operator can add one.</p>;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (over > 0) document.getElementById('description')?.focus();
    else making.mutate({ roleId: role.id, description });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <NativeSelect
        id="role" label="Role" value={role.id} onChange={(event) => onRole(event.currentTarget.value)}
        data={roles.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Textarea
        id="description" label="Job description, if you have one" value={description} onChange={(event) => setDescription(event.currentTarget.value)} rows={10}
        description="Paste the advertisement, line by line as it stands. It is kept with the result and deleted with it."
        error={over > 0 ? `Shorten it by ${count(over, 'character')}.` : refusal(making.error)} classNames={{ input: styles.pasted ?? '' }}
      />
      {readPage(description, setDescription)}
      {making.isError && <Failure title="Your resume was not compared." error={making.error} />}
      <div><Button type="submit" loading={making.isPending || making.isSuccess}>Show how it fits</Button></div>
    </form>
  );
}

function refusal(error: unknown): string | null {
  return error instanceof ProblemError ? (error.problem.fields.description ?? null) : null;
}
