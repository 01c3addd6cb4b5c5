import { type CriterionId, type CriterionMark } from '../../api/schema.js';
import styles from './marked-answer.module.css';

interface Props {
  scope: string;
  criteria: CriterionMark[];
  /** The note whose quotes stand out, by pointing at it or for good. */
  shown: CriterionId | null;
  pinned: CriterionId | null;
  onPoint: (id: CriterionId | null) => void;
  onPin: (id: CriterionId | null) => void;
}

/** One note per criterion: its score, the reason, and the words it rests on. */
export function MarginNotes({ scope, criteria, shown, pinned, onPoint, onPin }: Props) {
  return (
    <ol className={styles.notes} aria-label={`Notes on ${scope}`}>
      {criteria.map((criterion, index) => (
        <li key={criterion.id} className={styles.note} data-shown={shown === criterion.id} onMouseEnter={() => onPoint(criterion.id)} onMouseLeave={() => onPoint(null)}>
          <p className={styles.noteHead}>
            <button type="button" className={styles.noteTitle} aria-pressed={pinned === criterion.id} onClick={() => onPin(pinned === criterion.id ? null : criterion.id)}>
              <span className={styles.noteNumber}>{index + 1}</span>{criterion.title}
            </button>
            <span className={styles.noteScore}>{criterion.score}<span className={styles.noteOf}> of 100</span></span>
          </p>
          <p>{criterion.reason}</p>
          {criterion.quotes.map((quote) => <q key={`${quote.start}-${quote.end}`} className={styles.quote}>{quote.text}</q>)}
        </li>
      ))}
    </ol>
  );
}
