import { useQuery } from '@tanstack/react-query';
import { type RequestLine, requestsQuery } from '../../api/privacy-api.js';
import { showDay } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { AddToRequest, canAdd } from './add-to-request.js';
import styles from './privacy-centre.module.css';

const titles = { access: 'A copy', correction: 'Correction', deletion: 'Deletion', objection: 'Objection', grievance: 'Complaint' } as const satisfies Record<RequestLine['kind'], string>;

/** What one has asked so far, with the answers. */
export function RequestList() {
  return (
    <Loaded query={useQuery(requestsQuery)} failed="Your requests could not be read." skeleton={<LinesSkeleton lines={4} />}>
      {(requests) => (requests.length === 0 ? <p>You have not asked anything yet.</p> : <ul className={styles.kinds}>{requests.map((request) => <Line key={request.id} request={request} />)}</ul>)}
    </Loaded>
  );
}

function Line({ request }: { request: RequestLine }) {
  const { number, kind, cameBy, body, askedAt, dueAt, identity, extendedBecause, outcome, answer, answeredAt, messages } = request;
  return (
    <li className={styles.kind}>
      <p className={styles.says}>{titles[kind]}</p>
      <p className={styles.facts}>
        <span>Number {number}</span>
        <span>{cameBy === 'mail' ? 'by mail on' : 'asked on'} {showDay(askedAt)}</span>
        {outcome === null ? <span>answer due by {showDay(dueAt)}</span> : <span>{outcome === 'done' ? 'done' : 'refused'}{answeredAt !== null && ` on ${showDay(answeredAt)}`}</span>}
        {identity === 'unconfirmed' && <span>not confirmed: open the link in our mail if it was you</span>}
      </p>
      <p className={styles.words}>{body}</p>
      {messages.map(({ by, body: said, writtenAt }) => <Said key={`${writtenAt}${said}`} who={by === 'person' ? 'You wrote' : 'We wrote'} at={writtenAt} said={said} />)}
      {extendedBecause !== null && <blockquote className={styles.answer}><p className={styles.soft}>Our answer takes longer</p><p className={styles.words}>{extendedBecause}</p></blockquote>}
      {answer !== null && <blockquote className={styles.answer}><p className={styles.soft}>Our answer</p><p className={styles.words}>{answer}</p></blockquote>}
      {canAdd(request) && <AddToRequest request={request} />}
    </li>
  );
}

const Said = ({ who, at, said }: { who: string; at: string; said: string }) => (
  <blockquote className={styles.answer}><p className={styles.soft}>{who} on {showDay(at)}</p><p className={styles.words}>{said}</p></blockquote>
);
