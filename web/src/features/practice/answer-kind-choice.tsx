import { type AnswerKind } from '../../api/schema.js';
import styles from './practice.module.css';

const kinds = [
  { id: 'text', title: 'Type', says: 'A keyboard is all you need.' },
  { id: 'audio', title: 'Speak', says: 'You need a microphone. What is scored is the text of what you said: afterwards you check it, or write it down with your own voice beside it.' },
  { id: 'video', title: 'Speak with picture', says: 'You need a camera and a microphone. The picture is for you: nothing about your face or your voice is ever judged.' },
] as const satisfies readonly { id: AnswerKind; title: string; says: string }[];

interface Props {
  kind: AnswerKind;
  onChoose: (kind: AnswerKind) => void;
  /** What becomes of what is said. */
  kept?: string;
}

const LATER = 'Nothing you say is recorded for later unless you switch that on, and the next page asks you.';

/** What a question begins with; each one can be answered in another way. */
export function AnswerKindChoice({ kind, onChoose, kept = LATER }: Props) {
  return (
    <fieldset className={styles.help}>
      <legend>How you answer</legend>
      {kinds.map(({ id, title, says }) => (
        <label key={id} className={styles.option}>
          <input type="radio" name="answer-kind" value={id} checked={kind === id} onChange={() => onChoose(id)} aria-describedby={`answer-kind-${id}`} />
          <span>{title}<span className={styles.says} id={`answer-kind-${id}`}>{says}</span></span>
        </label>
      ))}
      <p className={styles.says}>You can change this at every question. {kept}</p>
    </fieldset>
  );
}
