import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addClient, type Organisation, organisationQuery, removeClient } from '../../api/organisation-queries.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { Failure } from '../../ui/failure.js';
import { SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import styles from './organisation.module.css';

/** Whom an agency hires for. People it writes to read it, and whoever blocked a client is hidden from the agency. */
export function Clients({ clients, owns }: { clients: Organisation['clients']; owns: boolean }) {
  const queryClient = useQueryClient();
  const removing = useMutation({
    mutationFn: removeClient,
    onSuccess: (now) => {
      queryClient.setQueryData(organisationQuery.queryKey, now);
      focusHeading();
    },
  });
  return (
    <section aria-labelledby="clients" className={styles.section}>
      <h2 id="clients">Your clients</h2>
      <p>People you ask for contact read for which client it is. Whoever does not want to be seen by a client is hidden from you as well, so name all of them. It goes by their web domains.</p>
      {clients.length === 0 ? <p className={styles.soft}>None yet.</p> : (
        <ul className={styles.list}>
          {clients.map(({ id, name, domain }) => (
            <li key={id} className={styles.row}>
              <div className={styles.rowText}><p className={styles.name}>{name}</p><p className={styles.soft}>{domain}</p></div>
              {owns && (
                <Button variant="default" size="compact-md" loading={removing.isPending && removing.variables === id} onClick={() => removing.mutate(id)}>
                  Remove<span className="visually-hidden"> {name}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {removing.isError && <Failure title="The client was not removed." error={removing.error} />}
      {owns && <NewClient />}
    </section>
  );
}

/** A fresh form after each client, with the focus where the next one begins. */
function NewClient() {
  const [round, setRound] = useState(0);
  return <ClientForm key={round} again={round > 0} onDone={() => setRound(round + 1)} />;
}

function ClientForm({ again, onDone }: { again: boolean; onDone: () => void }) {
  const queryClient = useQueryClient();
  const sent = useSentForm({
    initialValues: { name: '', domain: '' },
    validate: {
      name: (name) => (name.trim() === '' ? 'Enter the name of the client' : null),
      domain: (domain) => (domain.trim() === '' ? 'Enter its web domain, such as acme.com' : null),
    },
    send: ({ name, domain }) => addClient({ name: name.trim(), domain: domain.trim() }),
    onDone: (now) => {
      queryClient.setQueryData(organisationQuery.queryKey, now);
      onDone();
    },
  });
  const { form } = sent;
  return (
    <SentForm sent={sent} verb="Add the client">
      <TextInput id="client-name" label="Name of the client" autoComplete="off" maxLength={200} autoFocus={again} key={form.key('name')} {...form.getInputProps('name')} />
      <TextInput id="client-domain" label="Its web domain" description="Such as acme.com." inputMode="url" autoComplete="off" spellCheck={false} key={form.key('domain')} {...form.getInputProps('domain')} />
    </SentForm>
  );
}
