import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { contactRequestsKey, followUpRequest, type SentRequest, takeBackRequest } from '../../api/contact-queries.js';
import { showDay, showMoment } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Failure } from '../../ui/failure.js';
import styles from './contact.module.css';
import { payInWords } from './pay.js';
import { RequestMark } from './request-mark.js';
import { refusalWords, stateWords } from './words.js';

/** One request: whom, for what, how it stands, and who it is once they said yes. */
export function SentRow({ request }: { request: SentRequest }) {
  const { state, jobTitle, clientName, pay, message, sentByYou, sentAt } = request;
  return (
    <li className={styles.sent}>
      <div className={styles.what}>
        <h2 className={styles.job}>{jobTitle}</h2>
        <p className={styles.line}><Whom request={request} /><RequestMark state={state} says={stateWords[state]} /></p>
        <p className={styles.line}>
          {clientName !== null && <span>For {clientName}</span>}
          <span>{payInWords(pay)}</span>
          <span>Sent by {sentByYou ? 'you' : 'a colleague'} on {showDay(sentAt)}</span>
        </p>
        <p className={styles.soft}>{standing(request)}</p>
        <details className={styles.more}><summary>Your message</summary><blockquote className={styles.message}>{message}</blockquote></details>
      </div>
      <Steps request={request} />
    </li>
  );
}

function Whom({ request: { person, identity } }: { request: SentRequest }) {
  if (identity) {
    const name = identity.name ?? person?.alias;
    return <span className={styles.identity}>{person ? <Link to="/talent/$talentId" params={{ talentId: person.talentId }}>{name}</Link> : name}{identity.email !== null && <a href={`mailto:${identity.email}`}>{identity.email}</a>}</span>;
  }
  if (!person) return <span>Somebody who is no longer available</span>;
  return <Link to="/talent/$talentId" params={{ talentId: person.talentId }}>{person.alias}</Link>;
}

function standing({ state, endsAt, answeredAt, refusal, followedUpAt }: SentRequest): string {
  const answered = answeredAt === null ? '' : ` on ${showDay(answeredAt)}`;
  switch (state) {
    case 'open': return `They can answer until ${showMoment(endsAt)}. They are reminded once.`;
    case 'accepted': return followedUpAt === null ? `They said yes${answered}. Name and address are for your organisation alone. Write to them soon, then say so here.` : `They said yes${answered}; you said on ${showDay(followedUpAt)} that you wrote to them.`;
    case 'declined': return `They said no${answered}${refusal === null ? '' : `: ${refusalWords[refusal].toLowerCase()}`}. You cannot ask them again for a while.`;
    case 'expired': return 'Nobody answered in time. You cannot ask them again for a while.';
    case 'ended': return 'The person can no longer be found by your organisation.';
    case 'taken_back': return 'Your organisation took it back before it was answered.';
    case 'withdrawn': return 'They no longer show you who they are. If you copied their name or address, delete it.';
  }
}

function Steps({ request: { id, state, followedUpAt } }: { request: SentRequest }) {
  const [asking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const reread = () => queryClient.invalidateQueries({ queryKey: contactRequestsKey });
  const takingBack = useMutation({ mutationFn: () => takeBackRequest(id), onSuccess: async () => { setAsking(false); await reread(); } });
  const following = useMutation({ mutationFn: () => followUpRequest(id), onSuccess: reread });
  return (
    <div className={styles.steps}>
      {state === 'accepted' && followedUpAt === null && <Button size="sm" loading={following.isPending} onClick={() => following.mutate()}>We have written</Button>}
      {state === 'open' && <Button variant="default" size="sm" onClick={() => setAsking(true)}>Take it back</Button>}
      {following.isError && <Failure error={following.error} />}
      <ConfirmDialog open={asking} title="Take this request back?" verb="Take it back" busy={takingBack.isPending} error={takingBack.error} onConfirm={() => takingBack.mutate()} onClose={() => setAsking(false)}>
        <p>It disappears from their page, and they can no longer answer it.</p>
      </ConfirmDialog>
    </div>
  );
}
