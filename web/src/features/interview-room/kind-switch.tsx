import { type AnswerKind } from '../../api/schema.js';
import styles from './spoken.module.css';

const kinds = [{ id: 'text', title: 'Type' }, { id: 'audio', title: 'Speak' }, { id: 'video', title: 'Speak with picture' }] as const satisfies readonly { id: AnswerKind; title: string }[];

/** How something is answered. */
export function KindSwitch({ name, kind, disabled, onChoose }: { name: string; kind: AnswerKind; disabled: boolean; onChoose: (kind: AnswerKind) => void }) {
  return (
    <fieldset className={styles.kinds} disabled={disabled}>
      <legend className="visually-hidden">{name}</legend>
      {kinds.map(({ id, title }) => (
        <label key={id} className={styles.kind} data-chosen={id === kind}>
          <input type="radio" name="kind" value={id} checked={id === kind} onChange={() => onChoose(id)} />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
