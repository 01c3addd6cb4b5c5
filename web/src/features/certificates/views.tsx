import { type Certificate } from '../../api/certificate-queries.js';
import { count } from '../../lib/format.js';
import styles from './certificates.module.css';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** Half a year of single days would push everything else away. */
const NEWEST = 30;

/** How often its page was opened, and when. */
export function Views({ views: { total, days } }: { views: Certificate['views'] }) {
  const shown = days.slice(0, NEWEST);
  const most = Math.max(1, ...shown.map(({ times }) => times));
  return (
    <section aria-labelledby="views" className={styles.part}>
      <h2 id="views">Views</h2>
      <p>{total === 0 ? 'Nobody has opened its page yet.' : `Its page was opened ${count(total, 'time')}.`} <span className={styles.soft}>Counted by day (UTC), without cookies, and without noting by whom.</span></p>
      {shown.length > 0 && (
        <ul className={styles.views}>
          {shown.map(({ day: on, times }) => (
            <li key={on}>
              <span>{day.format(new Date(on))}</span>
              <span className={styles.track} aria-hidden><span className={styles.bar} style={{ width: `${(times / most) * 100}%` }} /></span>
              <span>{times}<span className="visually-hidden"> times</span></span>
            </li>
          ))}
        </ul>
      )}
      {days.length > NEWEST && <p className={styles.soft}>These are the newest {NEWEST} days on which somebody did; your copy of your data has all of them.</p>}
    </section>
  );
}
