import { useQueryClient } from '@tanstack/react-query';
import { acceptRequest, contactRequestsKey, type ReceivedRequest } from '../../api/contact-queries.js';
import { ConsentSwitch } from '../../consent/consent-switch.js';
import { showDay, showMoment } from '../../lib/format.js';
import styles from './contact.module.css';
import { Decline } from './decline.js';
import { RequestFacts } from './request-facts.js';
import { RequestMark } from './request-mark.js';
import { followUpsInWords, refusalWords } from './words.js';

const says: Record<ReceivedRequest['state'], string> = {
  open: 'Waits for your answer', accepted: 'You said yes', declined: 'You said no', expired: 'You did not answer', ended: 'Over', taken_back: 'Taken back', withdrawn: 'No longer shared',
};

/** One request, with both answers in the same place. Yes is a consent, and is taken back where it was given. */
export function ReceivedCard({ request }: { request: ReceivedRequest }) {
  const { id, state, organisation, clientName, jobTitle, pay, message, sentAt, followUps, canBeAccepted } = request;
  const queryClient = useQueryClient();
  const reread = (): void => void queryClient.invalidateQueries({ queryKey: contactRequestsKey });
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <h2>{jobTitle}</h2>
        <RequestMark state={state} says={says[state]} />
      </div>
      <RequestFacts organisation={organisation} clientName={clientName} pay={pay} message={message} />
      <p className={styles.soft}>Sent on {showDay(sentAt)}. {standing(request)} {state === 'open' && followUpsInWords(followUps, organisation.name)}</p>
      {(canBeAccepted || state === 'accepted') && (
        <ConsentSwitch purpose="discovery_contact" scope={organisation.id} fields={['email', 'name']} onChanged={reread} giveBy={(act) => acceptRequest(id, act)}>
          <p className={styles.who}>{state === 'accepted' ? 'On' : 'To say yes, switch it on'}: {organisation.name} alone{clientName === null ? '' : `, and not ${clientName},`} sees your name and your e-mail address.</p>
        </ConsentSwitch>
      )}
      {state === 'open' && canBeAccepted && <Decline id={id} what={`${organisation.name}, ${jobTitle}`} />}
    </li>
  );
}

function standing({ state, endsAt, answeredAt, refusal }: ReceivedRequest): string {
  const on = answeredAt === null ? '' : ` on ${showDay(answeredAt)}`;
  switch (state) {
    case 'open': return `You can answer until ${showMoment(endsAt)}; after that the request is over.`;
    case 'accepted': return `You said yes${on}. You can take it back with the same switch.`;
    case 'declined': return `You said no${on}${refusal === null ? '' : `: ${refusalWords[refusal].toLowerCase()}`}. They were told nothing more about you.`;
    case 'expired': return `It was over on ${showMoment(endsAt)}. They were told nothing more about you.`;
    case 'ended': return 'It ended when this organisation could no longer find you. They were told nothing more about you.';
    case 'taken_back': return 'The organisation took it back.';
    case 'withdrawn': return `You said yes${on}, and no longer allow it. They no longer see your name and address here, and were asked to delete their copies.`;
  }
}
