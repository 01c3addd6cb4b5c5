import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import '../../ui/mantine-forms.css';
import styles from './operations.module.css';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Asks for one person by id: there is no list of people to look through. */
export function PersonSearch({ onFound }: { onFound: (id: string) => void }) {
  const [entered, setEntered] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const look = (event: FormEvent): void => {
    event.preventDefault();
    const id = entered.trim().toLowerCase();
    if (ID.test(id)) onFound(id);
    else setFault('Enter a whole id, like 0193c2f0-8a3e-7c41-9d25-3f6a1b2c4d5e.');
  };
  return (
    <form className={styles.stack} onSubmit={look} noValidate>
      <TextInput
        className={styles.idField} id="person-id" label="Id of the account" value={entered} error={fault} autoComplete="off" spellCheck={false}
        description="It stands in the audit log."
        onChange={(event) => { setEntered(event.currentTarget.value); setFault(null); }}
      />
      <Button type="submit">Look</Button>
    </form>
  );
}
