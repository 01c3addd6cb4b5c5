import { type Credits, type Standing } from '../../api/billing-queries.js';
import { count, showDay } from '../../lib/format.js';
import styles from './billing.module.css';
import { sourceWords } from './words.js';

/** What is left, from where, and until when. */
export function CreditsPart({ standing: { credits, seats }, unit }: { standing: Standing; unit: string }) {
  return (
    <section className={styles.part} aria-labelledby="left">
      <h2 id="left">What you have left</h2>
      <p className={styles.left}><span className={styles.number}>{credits.left.toLocaleString('en-GB')}</span> {credits.left === 1 ? unit : `${unit}s`}</p>
      <ul className={styles.lots}>
        {credits.free.of > 0 && <li><span>{credits.free.left} of {credits.free.of} free ones</span><span className={styles.soft}>until {showDay(credits.free.until)}, then {credits.free.of} again</span></li>}
        {credits.lots.map((lot, index) => <Lot key={index} lot={lot} />)}
      </ul>
      {seats !== null && <p>{count(seats.have, 'place')} for people of your organisation, {Math.min(seats.free, seats.have)} of them without paying.</p>}
    </section>
  );
}

function Lot({ lot: { source, left, of, until, isFrozen } }: { lot: Credits['lots'][number] }) {
  return (
    <li>
      <span>{left} of {of} {sourceWords[source]}</span>
      <span className={styles.soft}>{isFrozen ? 'on hold, while your bank looks at the payment' : untilWords(until)}</span>
    </li>
  );
}

const untilWords = (until: string | null): string => (until === null ? 'for as long as you like' : `until ${showDay(until)}`);
