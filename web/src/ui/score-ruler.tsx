import styles from './score-ruler.module.css';

interface Props {
  /** "7.42": the exact score as it is said. */
  shown: string;
  /** The mark, such as "7.5". */
  mark: string;
  label: string;
}

const WIDTH = 1000;
const at = (score: number): number => (Math.min(10, Math.max(0, score)) / 10) * WIDTH;

/** The score on a ruler from 0 to 10. The drawing only repeats what the text beside it says. */
export function ScoreRuler({ shown, mark, label }: Props) {
  const score = Number(shown);
  return (
    <figure className={styles.ruler} aria-label={`${label}: ${shown} of 10. The mark stands at ${mark}.`}>
      <div className={styles.pointerRow} aria-hidden>
        <span className={styles.pointer} style={{ left: `${at(score) / 10}%` }}>
          <span className={styles.shown}>{shown}</span>
        </span>
      </div>
      <svg viewBox={`0 0 ${WIDTH} 44`} preserveAspectRatio="none" className={styles.scale} aria-hidden>
        <rect x={0} y={0} width={WIDTH} height={12} className={styles.track} />
        <rect x={0} y={0} width={at(score)} height={12} className={styles.filled} />
        {Array.from({ length: 21 }, (_, half) => (
          <line key={half} x1={half * 50} x2={half * 50} y1={12} y2={half % 2 === 0 ? 24 : 18} className={styles.tick} vectorEffect="non-scaling-stroke" />
        ))}
        <line x1={at(Number(mark))} x2={at(Number(mark))} y1={0} y2={40} className={styles.mark} vectorEffect="non-scaling-stroke" />
      </svg>
      <div className={styles.numbers} aria-hidden>
        {[0, 2, 4, 6, 8, 10].map((number) => <span key={number} style={{ left: `${number * 10}%` }}>{number}</span>)}
        <span className={styles.markNumber} style={{ left: `${at(Number(mark)) / 10}%` }}>{mark}</span>
      </div>
    </figure>
  );
}
