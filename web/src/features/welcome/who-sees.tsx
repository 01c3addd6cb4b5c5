import { type PublishedPolicy } from '../../api/schema.js';
import { inOneBreath } from '../../lib/format.js';
import styles from './welcome.module.css';

/** Who sees what of a candidate, as it is on this machine today. */
export function WhoSees({ policy }: { policy: PublishedPolicy }) {
  const kept = policy.retention.find(({ id }) => id === 'interviewResults')?.keep;
  const given = policy.ai.map(({ name }) => name);
  return (
    <section aria-labelledby="who-sees" className={styles.block}>
      <h2 id="who-sees">Who sees what</h2>
      <dl className={styles.who}>
        <div>
          <dt>You</dt>
          <dd>{yours(kept, policy.pins.interviewResults)} Of your resume, the facts found in it stay until you delete them, without your name; the file stays only if you ask for that.</dd>
        </div>
        <div>
          <dt>Recruiters</dt>
          <dd>Nothing, as long as you do not let yourself be found. If you do: what you choose, field by field, only organisations that were approved here, never an employer you block. You read who looked, and one switch ends it at once.</dd>
        </div>
        <div>
          <dt>Whoever runs this place</dt>
          <dd>In the console: counts, states and ids. No name, no address, no answer. Each look at one account is written into a log that cannot be changed unnoticed.</dd>
        </div>
        <div>
          <dt>Companies outside</dt>
          <dd>{given.length === 0
            ? 'Nobody. Your answers are scored on this machine.'
            : `${inOneBreath(given)}, and each only what it needs for an interview, once you allow it. Without that, everything is done on this machine.`}</dd>
        </div>
      </dl>
    </section>
  );
}

function yours(kept: string | undefined, canPin: boolean): string {
  if (kept === 'until deleted') return 'Your answers, scores and reports, until you delete them.';
  const span = kept === undefined ? '' : `, for ${kept}${canPin ? ' or, when you pin one, until you let it go' : ''}`;
  return `Your answers, scores and reports${span}. You can delete each of them sooner.`;
}
