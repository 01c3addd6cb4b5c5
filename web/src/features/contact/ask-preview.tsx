import { Button } from '@mantine/core';
import { type RequestWish } from '../../api/contact-queries.js';
import { Failure } from '../../ui/failure.js';
import { type Asker } from './ask-to-talk.js';
import styles from './contact.module.css';
import { RequestFacts } from './request-facts.js';

interface Props {
  wish: RequestWish;
  asker: Asker;
  busy: boolean;
  error: unknown;
  onSend: () => void;
  onBack: () => void;
}

/** The request as it will be read, before it is sent. */
export function AskPreview({ wish, asker, busy, error, onSend, onBack }: Props) {
  const clientName = asker.clients.find(({ id }) => id === wish.clientId)?.name ?? null;
  return (
    <div className={styles.form}>
      <RequestFacts organisation={asker} clientName={clientName} jobTitle={wish.jobTitle} pay={wish.pay} message={wish.message} />
      <p className={styles.soft}>They are told here and by mail; the mail leaves your message out. You can take the request back until they answer.</p>
      {error !== null && <Failure title="The request was not sent." error={error} />}
      <div className={styles.buttons}>
        <Button loading={busy} onClick={onSend}>Send the request</Button>
        <Button variant="default" onClick={onBack}>Change it</Button>
      </div>
    </div>
  );
}
