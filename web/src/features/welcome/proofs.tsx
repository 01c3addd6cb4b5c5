import { Link } from '@tanstack/react-router';
import { type PublishedPolicy } from '../../api/schema.js';
import styles from './welcome.module.css';

/** Where anybody can check that what is published is what runs. */
export function Proofs({ policy }: { policy: PublishedPolicy }) {
  const kept = policy.retention.find(({ id }) => id === 'interviewResults')?.keep;
  return (
    <section aria-labelledby="promise" className={styles.block}>
      <h2 id="promise">What we publish is what runs</h2>
      <ul className={styles.proofs}>
        <li>
          <h3><Link to="/legal/retention">What we keep, and for how long</Link></h3>
          <p>{kept && endOf(kept, policy.pins.interviewResults)}The file that says so also sets the clock that deletes.</p>
        </li>
        <li>
          <h3><Link to="/about/scoring">How answers are scored</Link></h3>
          <p>What the evaluator looks at, what it cannot be fooled by and what it is bad at. The numbers are read from the code that runs.</p>
        </li>
        <li>
          <h3><Link to="/about/promises">Promises, and their proof</Link></h3>
          <p>What this field promises about privacy, and which of it a test proves here. The list is written from the results of the tests.</p>
        </li>
      </ul>
    </section>
  );
}

function endOf(kept: string, canPin: boolean): string {
  if (kept === 'until deleted') return 'An interview stays until you delete it. ';
  return `An interview is deleted after ${kept}${canPin ? ', unless you pin it' : ''}. `;
}
