import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { checkLedger, isUnderWay, type LedgerCheck, ledgerCheckQuery } from '../../api/operator-queries.js';
import { count, showInstant } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import styles from './operations.module.css';

/** Whether the ledger of consents is whole, as the last check found it, and the button for the next. */
export function LedgerCheckPanel() {
  const query = useQuery(ledgerCheckQuery);
  const queryClient = useQueryClient();
  const check = useMutation({
    mutationFn: checkLedger,
    onSuccess: (asked) => queryClient.setQueryData(ledgerCheckQuery.queryKey, asked),
  });
  const busy = check.isPending || (query.data !== undefined && isUnderWay(query.data.check));
  return (
    <section aria-labelledby="ledger-whole" className={styles.part}>
      <h2 id="ledger-whole">Is the ledger of consents whole?</h2>
      <p className={styles.says}>What each person allowed and took back is a chain of its own, and what lives must be what its last entry says. Nobody reads here what stands in it. It is checked every night.</p>
      <Loaded query={query} failed="The last check of the ledger could not be read." skeleton={<LinesSkeleton lines={2} />}>
        {(found) => <div aria-live="polite"><Finding check={found.check} /></div>}
      </Loaded>
      {check.isError && <Failure title="No check was begun." error={check.error} />}
      <div><Button variant="default" loading={busy} onClick={() => check.mutate()}>Check the ledger now</Button></div>
    </section>
  );
}

const says = { chain: 'does not hang from the entry before it', grant: 'is not what holds now' } as const;

function Finding({ check }: LedgerCheck) {
  if (check === null) return <p>The ledger has not been checked in the last days.</p>;
  const { askedAt, finishedAt, percent, chains, entries, faults, first } = check;
  if (isUnderWay(check)) {
    return (
      <div className={styles.part}>
        <p>It is being checked. You may leave this page.</p>
        <Progress value={percent} aria-label="How far the check is" className={styles.wide} />
      </div>
    );
  }
  if (finishedAt === null) {
    return <Notice kind="warning" title="The last check did not finish">It was asked for on {showInstant(askedAt)}. <Link to="/operator/work">See whether it was given up</Link></Notice>;
  }
  const size = `${count(entries, 'entry', 'entries')} in ${count(chains, 'chain')}`;
  if (first !== null) {
    return (
      <Notice kind="failure" title={`The ledger does not fit in ${count(faults, 'place')}`}>
        First: {first.version === null ? 'a consent without any entry' : `entry ${first.version}`} of <code>{first.ref}</code> {says[first.fault]}. Somebody who can write to the database changed or removed something. {size}, checked on{' '}
        {showInstant(finishedAt)}.
      </Notice>
    );
  }
  return <Notice kind="done" title={`Whole: ${size}`}>Checked on {showInstant(finishedAt)}.</Notice>;
}
