import { type Funnel } from '../../api/fairness-queries.js';
import styles from './hiring.module.css';
import { share } from './words.js';

const steps = [
  { id: 'invited', title: 'Invited' }, { id: 'opened', title: 'Opened' }, { id: 'started', title: 'Started' }, { id: 'handedIn', title: 'Handed in' }, { id: 'decided', title: 'Decided' },
] as const satisfies readonly { id: keyof Funnel; title: string }[];

const ends = [
  { id: 'declined', title: 'said no' }, { id: 'expired', title: 'let the deadline pass' }, { id: 'withdrawn', title: 'withdrew' }, { id: 'revoked', title: 'were called off' },
] as const satisfies readonly { id: keyof Funnel; title: string }[];

/** How many took each step: a table whose rows carry a bar each, so that the picture and its numbers are one thing. */
export function FunnelPicture({ funnel }: { funnel: Funnel }) {
  const ended = ends.filter(({ id }) => funnel[id] > 0);
  return (
    <section className={styles.part} aria-labelledby="funnel">
      <h2 id="funnel">How far they came</h2>
      <table className={styles.funnel}>
        <thead className="visually-hidden"><tr><th scope="col">Step</th><th scope="col">People</th><th scope="col">Share of those invited</th></tr></thead>
        <tbody>
          {steps.map(({ id, title }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td className={styles.amount}>{funnel[id].toLocaleString('en-GB')}</td>
              <td><div className={styles.barCell}>
                <svg viewBox="0 0 100 10" className={styles.bar} preserveAspectRatio="none" aria-hidden><rect width={(funnel[id] * 100) / Math.max(1, funnel.invited)} height={10} className={styles.filled} /></svg>
                <span className={styles.soft}>{share(funnel[id], funnel.invited)}</span>
              </div></td>
            </tr>
          ))}
        </tbody>
      </table>
      {ended.length > 0 && <p className={styles.soft}>Of those invited, {ended.map(({ id, title }) => `${funnel[id].toLocaleString('en-GB')} ${title}`).join(', ')}.</p>}
    </section>
  );
}
