import styles from './score-of-ten.module.css';

/** "7.42 of 10": a score as it stands beside what it was given for. */
export const ScoreOfTen = ({ shown }: { shown: string }) => (
  <p className={styles.score}>{shown}<span className={styles.of}> of 10</span></p>
);
