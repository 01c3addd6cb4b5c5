import { Button, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { contactRequestsKey, requestsToQuery, type RequestWish, sendRequest, type SentRequest } from '../../api/contact-queries.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { showDay } from '../../lib/format.js';
import '../../ui/mantine-combobox.css';
import '../../ui/mantine-forms.css';
import { AskForm } from './ask-form.js';
import { AskPreview } from './ask-preview.js';
import styles from './contact.module.css';
import { RequestMark } from './request-mark.js';
import { stateWords } from './words.js';

export interface Asker {
  name: string;
  domain: string;
  isDomainVerified: boolean;
  kind: 'employer' | 'agency';
  clients: readonly { id: string; name: string }[];
}

interface Props {
  talentId: string;
  asker: Asker;
  /** The client for whom one looks. */
  client: string | undefined;
}

/** On a profile: asks somebody whether they would talk. */
export function AskToTalk({ talentId, asker, client }: Props) {
  const [open, setOpen] = useState(false);
  const [wish, setWish] = useState<RequestWish | null>(null);
  const [isShown, setShown] = useState(false);
  const queryClient = useQueryClient();
  const last = useQuery(requestsToQuery(talentId)).data?.[0];
  const sending = useMutation({
    mutationFn: sendRequest,
    onSuccess: async () => {
      setOpen(false);
      focusHeading();
      await queryClient.invalidateQueries({ queryKey: contactRequestsKey });
    },
  });
  return (
    <section aria-labelledby="ask" className={styles.ask}>
      <h2 id="ask">Contact request</h2>
      <div role="status">{sending.isSuccess && <p>Sent. You are told when they answer.</p>}</div>
      <Asked last={last} />
      {last?.state !== 'open' && last?.state !== 'accepted' && (
        <div><Button variant="default" onClick={() => { sending.reset(); setShown(false); setOpen(true); }}>Ask to talk</Button></div>
      )}
      <Modal.Root opened={open} onClose={() => setOpen(false)} size="lg">
        <Modal.Overlay />
        <Modal.Content className={styles.dialog} radius={6}>
          <div className={styles.head}>
            <Modal.Title className={styles.title}>{isShown ? 'This is what they read' : 'Ask this person to talk'}</Modal.Title>
            <Modal.CloseButton aria-label="Close" />
          </div>
          {isShown && wish !== null
            ? <AskPreview wish={wish} asker={asker} busy={sending.isPending} error={sending.error} onSend={() => sending.mutate(wish)} onBack={() => setShown(false)} />
            : <AskForm talentId={talentId} asker={asker} client={client} wish={wish} onWish={(made) => { setWish(made); setShown(true); }} />}
        </Modal.Content>
      </Modal.Root>
    </section>
  );
}

/** How the last request to this person stands; what a request means when there was none. */
function Asked({ last }: { last: SentRequest | undefined }) {
  if (!last) return <p className={styles.soft}>They learn who asks, for which job and what it pays. You see their name and e-mail address if they say yes.</p>;
  return (
    <p className={styles.line}>
      <RequestMark state={last.state} says={stateWords[last.state]} />
      <Link to="/contact-requests">{last.jobTitle}, {showDay(last.sentAt)}</Link>
    </p>
  );
}
