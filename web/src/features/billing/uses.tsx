import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { type BillingApi, type CreditUses } from '../../api/billing-queries.js';
import { showMoment } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import styles from './billing.module.css';
import { MoreRows } from './more-rows.js';
import { sourceWords } from './words.js';

type Use = CreditUses['items'][number];

/** What was used for what; `thing` links to it, where there is still something to see. */
export function Uses({ api, unit, thing }: { api: BillingApi; unit: string; thing: (use: Use) => ReactNode }) {
  const query = useInfiniteQuery(api.uses);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles.part} aria-labelledby="uses">
      <h2 id="uses">What you used, and for what</h2>
      {query.isPending && <LinesSkeleton lines={3} />}
      {query.isError && <Failure title="What you used could not be read." error={query.error} again={() => void query.refetch()} />}
      {query.data && items.length === 0 && <p className={styles.soft}>Nothing was used yet.</p>}
      {items.length > 0 && (
        <ul className={styles.lines}>
          {items.map((use) => (
            <li key={use.id} className={styles.line}>
              <div className={styles.what}>
                <p>{thing(use)}</p>
                <p className={styles.soft}>{showMoment(use.at)}</p>
              </div>
              <p className={styles.sum}>{use.kind === 'used' ? `1 ${unit}, ${sourceWords[use.source]}` : `1 ${unit} came back`}</p>
            </li>
          ))}
        </ul>
      )}
      <MoreRows query={query} />
    </section>
  );
}
