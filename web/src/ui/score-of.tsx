import styles from './score-of.module.css';

/** "7.42 of 10": a score as it stands beside what it was given for. */
export const ScoreOf = ({ shown, of = 10 }: { shown: string | number; of?: number }) => (
  <p className={styles.score}>{shown}<span className={styles.of}> of {of}</span></p>
);
