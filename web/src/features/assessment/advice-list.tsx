import { type Assessment } from '../../api/schema.js';
import styles from './assessment.module.css';

const kinds = { add: 'Add, if it is true', learn: 'Learn', rehearse: 'Rehearse' } as const satisfies Record<Assessment['advice'][number]['kind'], string>;

/** What to do about it, the most useful first; each line says what kind of doing it is. */
export function AdviceList({ advice }: { advice: Assessment['advice'] }) {
  return (
    <ol className={styles.advice}>
      {advice.map(({ kind, text }) => <li key={text}><p><span className={styles.kind}>{kinds[kind]}.</span> {text}</p></li>)}
    </ol>
  );
}
