import { type Interview } from '../../api/schema.js';
import styles from './practice.module.css';

const modes = [
  { id: 'live', title: 'Without help', says: 'As in a real interview: a clock that ends your answer, questions that come back to what you said, and no feedback before you submit. You may slow the clock down or turn it off at any time.' },
  { id: 'coach', title: 'With a coach', says: 'A hint when you ask for one, and feedback on an answer while you can still change it.' },
] as const satisfies readonly { id: Interview['mode']; title: string; says: string }[];

/** Whether there is somebody to ask along the way. */
export function HelpChoice({ mode, onChoose }: { mode: Interview['mode']; onChoose: (mode: Interview['mode']) => void }) {
  return (
    <fieldset className={styles.help}>
      <legend>Help along the way</legend>
      {modes.map(({ id, title, says }) => (
        <label key={id} className={styles.option}>
          <input type="radio" name="mode" value={id} checked={mode === id} onChange={() => onChoose(id)} aria-describedby={`mode-${id}`} />
          <span>{title}<span className={styles.says} id={`mode-${id}`}>{says}</span></span>
        </label>
      ))}
    </fieldset>
  );
}
