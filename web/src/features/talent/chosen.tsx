import { IconX } from '@tabler/icons-react';
import styles from './search.module.css';

export interface ChosenWord {
  key: string;
  says: string;
  remove: () => void;
}

/** What was asked for, each word with the way to take it back. */
export function Chosen({ label, words }: { label: string; words: ChosenWord[] }) {
  if (words.length === 0) return null;
  return (
    <ul className={styles.chosen} aria-label={label}>
      {words.map(({ key, says, remove }) => (
        <li key={key}>
          <button type="button" className={styles.chip} onClick={remove}>
            <span className="visually-hidden">Remove </span>{says}<IconX size={14} stroke={1.75} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
