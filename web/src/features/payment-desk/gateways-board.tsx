import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type PaymentsOverview, paymentsOverviewQuery } from '../../api/payment-desk-queries.js';
import { showInstant } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './desk.module.css';

type Gateway = PaymentsOverview['gateways'][number];

/** Who takes money here, and when each was heard of last. */
export function GatewaysBoard() {
  const query = useQuery(paymentsOverviewQuery);
  return (
    <section className={styles.part} aria-labelledby="gateways">
      <h2 id="gateways">Gateways</h2>
      <Loaded query={query} failed="The gateways could not be read." skeleton={<LinesSkeleton lines={4} />}>
        {({ gateways }) => (gateways.length === 0 ? <p>None is set up, so nothing can be bought here. Their keys stand in the settings of this place.</p> : <Table gateways={gateways} />)}
      </Loaded>
    </section>
  );
}

const Table = ({ gateways }: { gateways: Gateway[] }) => (
  <table className={styles.table}>
    <thead><tr><th scope="col">Gateway</th><th scope="col">Money</th><th scope="col">State</th><th scope="col">Last word</th><th scope="col">Not worked on yet</th></tr></thead>
    <tbody>
      {gateways.map(({ id, name, mode, lastWordAt, isSilent, waiting }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <td data-label="Money">{mode === 'live' ? 'Real' : 'Play money'}</td>
          <td data-label="State"><State isSilent={isSilent} lastWordAt={lastWordAt} /></td>
          <td data-label="Last word">{lastWordAt === null ? 'none yet' : showInstant(lastWordAt)}</td>
          <td data-label="Not worked on yet">{waiting}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

function State({ isSilent, lastWordAt }: Pick<Gateway, 'isSilent' | 'lastWordAt'>) {
  if (isSilent) return <span className={styles.state} data-ok="false"><IconAlertTriangle size={18} stroke={1.5} aria-hidden />Silent</span>;
  if (lastWordAt === null) return <span className={styles.state}>Not used yet</span>;
  return <span className={styles.state} data-ok="true"><IconCheck size={18} stroke={1.5} aria-hidden />Speaks</span>;
}
