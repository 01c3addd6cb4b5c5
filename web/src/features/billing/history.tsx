import { useInfiniteQuery } from '@tanstack/react-query';
import { type BillingApi, type PaymentHistory } from '../../api/billing-queries.js';
import { showMoment } from '../../lib/format.js';
import { showMoney } from '../../lib/money.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import styles from './billing.module.css';
import { MoreRows } from './more-rows.js';
import { stateWords } from './words.js';

/** What was bought, paid and given back, with the papers for it. */
export function History({ api }: { api: BillingApi }) {
  const query = useInfiniteQuery(api.history);
  return (
    <section className={styles.part} aria-labelledby="history">
      <h2 id="history">Purchases and invoices</h2>
      {query.isPending && <LinesSkeleton lines={3} />}
      {query.isError && <Failure title="Your purchases could not be read." error={query.error} again={() => void query.refetch()} />}
      {query.data && <Lines api={api} items={query.data.pages.flatMap(({ items }) => items)} />}
      <MoreRows query={query} />
    </section>
  );
}

function Lines({ api, items }: { api: BillingApi; items: PaymentHistory['items'] }) {
  if (items.length === 0) return <p className={styles.soft}>Nothing was bought yet.</p>;
  return (
    <ul className={styles.lines}>
      {items.map(({ id, kind, at, title, price, state, gatewayName, invoice }) => (
        <li key={`${kind} ${id}`} className={styles.line}>
          <div className={styles.what}>
            <p className={styles.name}>{title}</p>
            <p className={styles.soft}>{showMoment(at)}{gatewayName !== '' && ` · ${gatewayName}`}</p>
          </div>
          <div className={styles.sum}>
            <p className={styles.money}>{kind === 'refund' && '− '}{showMoney(price)}</p>
            <p className={styles.soft}>{stateWords[state]}</p>
            {invoice !== null && <a href={api.paper(invoice.id)} download>{invoice.kind === 'invoice' ? 'Invoice' : 'Credit note'} {invoice.number} (PDF)</a>}
          </div>
        </li>
      ))}
    </ul>
  );
}
