import { type PracticeTrend } from '../../api/schema.js';
import styles from './trend.module.css';

const [WIDTH, HEIGHT, EDGE] = [240, 64, 6];

/** One competency as a small line from 0 to 10, the newest score beside its name. The table below says the same in words. */
export function TrendLine({ competency: { title, points } }: { competency: PracticeTrend['competencies'][number] }) {
  const x = (index: number): number => (points.length === 1 ? WIDTH - EDGE : EDGE + (index * (WIDTH - 2 * EDGE)) / (points.length - 1));
  const y = (value: number): number => EDGE + (1 - value / 10) * (HEIGHT - 2 * EDGE);
  return (
    <li className={styles.line}>
      <p className={styles.head}><span className={styles.name}>{title}</span><span className={styles.latest}>latest <span className={styles.shown}>{points.at(-1)?.shown}</span></span></p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.chart} aria-hidden>
        {[0, 5, 10].map((value) => <line key={value} x1={0} x2={WIDTH} y1={y(value)} y2={y(value)} className={styles.grid} />)}
        <polyline points={points.map(({ value }, index) => `${x(index)},${y(value)}`).join(' ')} className={styles.path} />
        {points.map(({ interviewId, value }, index) => <circle key={interviewId} cx={x(index)} cy={y(value)} r={index === points.length - 1 ? 4 : 2.5} className={styles.dot} />)}
      </svg>
    </li>
  );
}
