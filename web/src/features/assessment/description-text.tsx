import styles from './assessment.module.css';

/** The description as it was pasted, with the numbers that the lines are called by. */
export function DescriptionText({ text }: { text: string }) {
  return (
    <details className={styles.how}>
      <summary>The job description, with line numbers</summary>
      <ol className={styles.pastedLines}>{text.split('\n').map((line, index) => <li key={index}>{line.trim() === '' ? <span className="visually-hidden">empty</span> : line}</li>)}</ol>
    </details>
  );
}
