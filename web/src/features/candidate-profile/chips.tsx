import { IconX } from '@tabler/icons-react';
import styles from './profile.module.css';

interface Props {
  label: string;
  /** What stands on each, by what is removed. */
  chips: readonly { value: string; says: string }[];
  onRemove: (value: string) => void;
}

/** What was put in so far; each goes with one press. */
export function Chips({ label, chips, onRemove }: Props) {
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={label}>
      {chips.map(({ value, says }) => (
        <li key={value}>
          <button type="button" className={styles.chip} onClick={() => onRemove(value)}>
            <span className="visually-hidden">Remove </span>{says}<IconX size={14} stroke={1.75} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
