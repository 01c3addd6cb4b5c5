import styles from './competency-bar.module.css';

/** A competency as a bar from 0 to 10, with what its level looks like in words. */
export function CompetencyBar({ title, shown, value, anchor }: { title: string; shown: string; value: number; anchor: string }) {
  return (
    <div className={styles.competency}>
      <p className={styles.line}>
        <span className={styles.title}>{title}</span>
        <span className={styles.shown}>{shown}<span className="visually-hidden"> of 10</span></span>
      </p>
      <div className={styles.track} aria-hidden>
        <div className={styles.bar} style={{ width: `${Math.min(10, Math.max(0, value)) * 10}%` }} />
      </div>
      <p className={styles.anchor}>{anchor}</p>
    </div>
  );
}
