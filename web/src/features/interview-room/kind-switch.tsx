import { type AnswerKind } from '../../api/schema.js';
import styles from './spoken.module.css';

const kinds = [{ id: 'text', title: 'Type' }, { id: 'audio', title: 'Speak' }, { id: 'video', title: 'Speak with picture' }] as const satisfies readonly { id: AnswerKind; title: string }[];

interface Props {
  name: string;
  kind: AnswerKind;
  disabled: boolean;
  /** Without it all. */
  offered?: readonly AnswerKind[];
  onChoose: (kind: AnswerKind) => void;
}

/** How something is answered; nothing where there is no choice. */
export function KindSwitch({ name, kind, disabled, offered, onChoose }: Props) {
  // Whoever types for want of another way sees that they do, and the way back.
  const shown = offered ? kinds.filter(({ id }) => id === kind || offered.includes(id)) : kinds;
  if (shown.length < 2) return null;
  return (
    <fieldset className={styles.kinds} disabled={disabled}>
      <legend className="visually-hidden">{name}</legend>
      {shown.map(({ id, title }) => (
        <label key={id} className={styles.kind} data-chosen={id === kind}>
          <input type="radio" name="kind" value={id} checked={id === kind} onChange={() => onChoose(id)} />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
