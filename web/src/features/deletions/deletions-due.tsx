import { useQuery } from '@tanstack/react-query';
import { deletionsDueQuery, type DueDeletion } from '../../api/deletion-queries.js';
import { showDay } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './deletions.module.css';
import { waysInWords } from './words.js';

/** Which interviews were asked to be deleted, and who of the organisation and of its clients has not said that their copy is gone. */
export function DeletionsDue() {
  return (
    <Loaded query={useQuery(deletionsDueQuery)} failed="The requests could not be read." skeleton={<LinesSkeleton lines={6} />}>
      {(deletions) => (deletions.length === 0
        ? <p className={styles.soft}>Nobody has asked for their interview to be deleted.</p>
        : <div className={styles.all}>{deletions.map((deletion) => <Due key={deletion.id} deletion={deletion} />)}</div>)}
    </Loaded>
  );
}

function Due({ deletion: { id, jobTitle, askedAt, dueAt, holders } }: { deletion: DueDeletion }) {
  const isDone = holders.every(({ acknowledgedAt }) => acknowledgedAt !== null);
  return (
    <section className={styles.part} aria-labelledby={`deletion-${id}`}>
      <h2 id={`deletion-${id}`}>{jobTitle}, asked on {showDay(askedAt)}</h2>
      <p>{isDone ? 'Nothing of it can be read here any more, and nothing is left to do.' : `Nothing of it can be read here any more. Every copy must be gone by ${showDay(dueAt)}: the mail says whose it is, and its link is where you say that it is done.`}</p>
      {holders.length > 0 && (
        <ul className={styles.list}>
          {holders.map(({ name, client, isYou, how, acknowledgedAt, remindedAt }, index) => (
            <li key={index} className={styles.row}>
              <p className={styles.who}>{isYou ? 'You' : (name ?? 'Somebody')}{client !== null && `, ${client}`} <span className={styles.soft}>{waysInWords(how)}</span></p>
              <p>{acknowledgedAt !== null ? `Deleted, said on ${showDay(acknowledgedAt)}` : `Not answered${remindedAt === null ? '' : `, reminded on ${showDay(remindedAt)}`}`}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
