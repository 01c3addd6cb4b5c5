import { type Usage } from '../../api/usage-queries.js';
import { count, showDay } from '../../lib/format.js';
import styles from './usage.module.css';

const [WIDTH, HEIGHT, GAP] = [640, 120, 2];

/** Requests of each day; the sentence below it says what matters of the picture. */
export function DaysPicture({ perDay }: Pick<Usage, 'perDay'>) {
  const most = perDay.reduce((busiest, day) => (day.count > busiest.count ? day : busiest), { day: '', count: 0 });
  const all = perDay.reduce((sum, day) => sum + day.count, 0);
  const step = WIDTH / Math.max(1, perDay.length);
  return (
    <section className={styles.part} aria-labelledby="days">
      <h2 id="days">Day by day</h2>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className={styles.days} aria-hidden>
        {perDay.map(({ day, count: times }, index) => {
          const height = (times / Math.max(1, most.count)) * HEIGHT;
          return <rect key={day} x={index * step + GAP / 2} y={HEIGHT - height} width={Math.max(1, step - GAP)} height={height} className={styles.filled} />;
        })}
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className={styles.axis} />
      </svg>
      <p className={styles.soft}>
        {count(all, 'request')} in {perDay.length} days, today so far among them (UTC).{most.count > 0 && <> The busiest was {showDay(`${most.day}T12:00:00Z`)} with {most.count.toLocaleString('en-GB')}.</>}
      </p>
    </section>
  );
}
