import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type Client, ToldBefore } from './told-before.js';
import styles from './profile.module.css';

interface Props {
  heading: ReactNode;
  clients: readonly Client[];
  client: string | undefined;
  onClient: (id: string | undefined) => void;
  children: ReactNode;
}

/** For whoever comes by a link and was not told yet: nothing is opened, and nothing recorded, before they say so. */
export function ProfileDoor({ heading, clients, client, onClient, children }: Props) {
  const [open, setOpen] = useState(false);
  if (open) return children;
  return (
    <>
      {heading}
      <div className={styles.door}>
        <ToldBefore clients={clients} client={client} onClient={onClient} />
        <div><Button onClick={() => setOpen(true)}>Open the profile</Button></div>
      </div>
    </>
  );
}
