import { type HiringFigures } from '../../api/fairness-queries.js';
import { count, showDay } from '../../lib/format.js';
import styles from './hiring.module.css';

type Week = HiringFigures['weeks'][number];

const [WIDTH, HEIGHT, GAP] = [640, 120, 2];

/** Week by week, how many were invited and how many of them have handed in; the table behind it says the same. */
export function WeeksPicture({ weeks }: { weeks: readonly Week[] }) {
  const most = Math.max(1, ...weeks.map(({ invited }) => invited));
  const step = WIDTH / weeks.length;
  const bar = (index: number, amount: number, className: string | undefined) => {
    const height = (amount / most) * HEIGHT;
    return <rect x={index * step + GAP / 2} y={HEIGHT - height} width={Math.max(1, step - GAP)} height={height} className={className} />;
  };
  return (
    <section className={styles.part} aria-labelledby="weeks">
      <h2 id="weeks">Week by week</h2>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.weeks} role="img" aria-label={`${count(weeks.length, 'week')}, at most ${count(most, 'invitation')} in one. The table below has the numbers.`}>
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className={styles.axis} />
        {weeks.map(({ begins, invited, handedIn }, index) => <g key={begins}>{bar(index, invited, styles.pale)}{bar(index, handedIn, styles.filled)}</g>)}
      </svg>
      <p className={styles.legend}><span className={styles.paleMark} aria-hidden /> invited <span className={styles.filledMark} aria-hidden /> of them, handed in by now</p>
      <details className={styles.table}>
        <summary>Show the numbers</summary>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="Invited and handed in by week">
          <table>
            <thead><tr><th scope="col">Week from (UTC)</th><th scope="col">Invited</th><th scope="col">Handed in</th></tr></thead>
            <tbody>{weeks.map(({ begins, invited, handedIn }) => <tr key={begins}><th scope="row">{showDay(`${begins}T12:00:00Z`)}</th><td>{invited}</td><td>{handedIn}</td></tr>)}</tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
