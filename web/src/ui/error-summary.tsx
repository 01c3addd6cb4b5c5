import { useEffect, useId, useRef } from 'react';
import styles from './error-summary.module.css';

interface Props {
  /** By the id of the field; the empty key belongs to the form as a whole. */
  errors: Readonly<Record<string, string>>;
  /** Counts the attempts: each failed one takes the focus here again. */
  attempt: number;
}

/** Every fault of a form in one place, each leading to its field. */
export function ErrorSummary({ errors, attempt }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const heading = useId();
  const entries = Object.entries(errors);
  const any = entries.length > 0;
  useEffect(() => {
    if (any) box.current?.focus();
  }, [any, attempt]);
  if (!any) return null;
  return (
    <div className={styles.summary} ref={box} tabIndex={-1} role="alert" aria-labelledby={heading}>
      <h2 id={heading}>There is a problem</h2>
      <ul>
        {entries.map(([id, says]) => (
          <li key={id}>{id === '' ? says : <a href={`#${id}`} onClick={(event) => goTo(event, id)}>{says}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

/** Moves the focus itself: a change of the address would drop a token that stands behind the #. */
function goTo(event: { preventDefault: () => void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
