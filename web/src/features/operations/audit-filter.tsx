import { Button, TextInput } from '@mantine/core';
import { type FormEvent } from 'react';
import { type AuditFilter as Filter } from '../../api/operator-queries.js';
import '../../ui/mantine-forms.css';
import styles from './operations.module.css';

const fields = [
  { name: 'actor', label: 'Id of who did it' },
  { name: 'subject', label: 'Id of what it was done to' },
  { name: 'action', label: 'Action' },
] as const satisfies readonly { name: keyof Filter; label: string }[];

/** What to look for. It stands in the address, so that a view can be kept and handed on. */
export function AuditFilter({ filter, faults, onChange }: { filter: Filter; faults: Record<string, string>; onChange: (filter: Filter) => void }) {
  const show = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const asked = fields.flatMap(({ name }) => {
      const value = entered.get(name);
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as const] : [];
    });
    onChange(Object.fromEntries(asked));
  };
  const isEmpty = Object.keys(filter).length === 0;
  return (
    <form key={JSON.stringify(filter)} className={styles.filter} onSubmit={show} aria-label="Which entries">
      {fields.map(({ name, label }) => (
        <TextInput
          key={name} id={`audit-${name}`} name={name} label={label} defaultValue={filter[name] ?? ''} error={faults[name]} autoComplete="off" spellCheck={false}
          {...(name === 'action' ? { placeholder: 'accounts.signed_up' } : {})}
        />
      ))}
      <div className={styles.buttons}>
        <Button type="submit">Show</Button>
        {!isEmpty && <Button variant="default" onClick={() => onChange({})}>Show all</Button>}
      </div>
    </form>
  );
}
