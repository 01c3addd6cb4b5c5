import { type OwnDeletion } from '../../api/deletion-queries.js';
import { showDay } from '../../lib/format.js';
import styles from './deletions.module.css';
import { waysInWords } from './words.js';

/** Those who had a copy, without their names, and what each of them said since. */
export function Holders({ deletion: { holders }, organisation }: { deletion: OwnDeletion; organisation: string }) {
  if (holders.length === 0) return null;
  return (
    <ul className={styles.list}>
      {holders.map(({ client, how, acknowledgedAt, remindedAt }, index) => (
        <li key={index} className={styles.row}>
          <p className={styles.who}>{client === null ? `Somebody at ${organisation}` : `${client}, by a link`}{client === null && <span className={styles.soft}> {waysInWords(how)}</span>}</p>
          <p>{sayAnswer(acknowledgedAt, remindedAt)}</p>
        </li>
      ))}
    </ul>
  );
}

export function sayCopies({ holders, dueAt }: OwnDeletion): string {
  if (holders.length === 0) return 'Nobody had made a copy.';
  return holders.every(({ acknowledgedAt }) => acknowledgedAt !== null) ? 'Everybody who had a copy says that it is deleted.' : `Those who had a copy were asked to delete it by ${showDay(dueAt)}.`;
}

function sayAnswer(acknowledgedAt: string | null, remindedAt: string | null): string {
  if (acknowledgedAt !== null) return `Said on ${showDay(acknowledgedAt)} that it is deleted`;
  return remindedAt === null ? 'Asked, has not answered yet' : `Reminded on ${showDay(remindedAt)}, has not answered yet`;
}
