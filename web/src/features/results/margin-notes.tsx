import { IconPlayerPlay } from '@tabler/icons-react';
import { type CriterionId, type CriterionMark } from '../../api/schema.js';
import { type Timing } from '../../speaking/take-kind.js';
import styles from './marked-answer.module.css';

interface Props {
  scope: string;
  criteria: CriterionMark[];
  /** The note whose quotes stand out, by pointing at it or for good. */
  shown: CriterionId | null;
  pinned: CriterionId | null;
  onPoint: (id: CriterionId | null) => void;
  onPin: (id: CriterionId | null) => void;
  /** The phrase at a place of the answer that can be heard. */
  cueAt: (place: number) => Timing | undefined;
  onHear: (cue: Timing) => void;
}

/** One note per criterion: its score, the reason, and the words it rests on. */
export function MarginNotes({ scope, criteria, shown, pinned, onPoint, onPin, cueAt, onHear }: Props) {
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
          {criterion.quotes.map((quote) => <Quote key={`${quote.start}-${quote.end}`} text={quote.text} cue={cueAt(quote.start)} onHear={onHear} />)}
        </li>
      ))}
    </ol>
  );
}

function Quote({ text, cue, onHear }: { text: string; cue: Timing | undefined; onHear: (cue: Timing) => void }) {
  if (!cue) return <q className={styles.quote}>{text}</q>;
  return (
    <button type="button" className={styles.hear} onClick={() => onHear(cue)}>
      <IconPlayerPlay size={16} stroke={1.5} aria-hidden /><span className="visually-hidden">Hear it: </span><q className={styles.quote}>{text}</q>
    </button>
  );
}
