import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { registerQuery } from '../../api/certificate-desk-queries.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import styles from './desk.module.css';
import { RegisteredCertificate } from './registered-certificate.js';

/** One certificate out of the register. What it says is not shown. */
export function Register({ find, onFind }: { find: string | undefined; onFind: (words: string) => void }) {
  const [words, setWords] = useState(find ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (words.trim() !== '') onFind(words.trim());
  };
  return (
    <section aria-labelledby="register" className={styles.part}>
      <h2 id="register">Look one up</h2>
      <form className={styles.find} onSubmit={submit}>
        <TextInput label="Its link or its number" value={words} maxLength={2000} autoComplete="off" onChange={({ currentTarget }) => setWords(currentTarget.value)} />
        <Button type="submit">Look it up</Button>
      </form>
      {find !== undefined && <Found key={find} find={find} />}
    </section>
  );
}

function Found({ find }: { find: string }) {
  const query = useQuery(registerQuery(find));
  return (
    <Loaded query={query} failed="The register could not be read." skeleton={<LinesSkeleton lines={4} />}>
      {(certificate) => (certificate === null ? <p role="status">No certificate was issued under this link or number.</p> : <RegisteredCertificate certificate={certificate} find={find} />)}
    </Loaded>
  );
}
