import { useQuery } from '@tanstack/react-query';
import { type RequestLine, requestsQuery } from '../../api/privacy-api.js';
import { showDay } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
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

function Line({ request: { kind, cameBy, body, askedAt, dueAt, outcome, answer, answeredAt } }: { request: RequestLine }) {
  return (
    <li className={styles.kind}>
      <p className={styles.says}>{titles[kind]}</p>
      <p className={styles.facts}><span>{cameBy === 'mail' ? 'by mail on' : 'asked on'} {showDay(askedAt)}</span>{outcome === null ? <span>answer due by {showDay(dueAt)}</span> : <span>{outcome === 'done' ? 'done' : 'refused'}{answeredAt !== null && ` on ${showDay(answeredAt)}`}</span>}</p>
      <p className={styles.words}>{body}</p>
      {answer !== null && <blockquote className={styles.answer}><p className={styles.soft}>Our answer</p><p className={styles.words}>{answer}</p></blockquote>}
    </li>
  );
}
