import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type AuditVerification, isUnderWay, verificationQuery, verifyAudit } from '../../api/operator-queries.js';
import { count, showInstant } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import styles from './operations.module.css';

/** Whether the log is whole, as the last check found it, and the button for the next. */
export function AuditCheck() {
  const query = useQuery(verificationQuery);
  const queryClient = useQueryClient();
  const verify = useMutation({
    mutationFn: verifyAudit,
    onSuccess: (asked) => queryClient.setQueryData(verificationQuery.queryKey, asked),
  });
  const busy = verify.isPending || (query.data !== undefined && isUnderWay(query.data.verification));
  return (
    <section aria-labelledby="whole" className={styles.part}>
      <h2 id="whole">Is this log whole?</h2>
      <p className={styles.says}>Each entry carries a hash of the one before it, so a change, a gap or an entry slipped in breaks the chain from there on. It is checked every night.</p>
      <Loaded query={query} failed="The last check could not be read." skeleton={<LinesSkeleton lines={2} />}>
        {(found) => <div aria-live="polite"><Finding found={found} /></div>}
      </Loaded>
      {verify.isError && <Failure title="No check was begun." error={verify.error} />}
      <div><Button variant="default" loading={busy} onClick={() => verify.mutate()}>Check it now</Button></div>
    </section>
  );
}

function Finding({ found }: { found: AuditVerification }) {
  const { verification } = found;
  if (verification === null) return <p>It has not been checked in the last days.</p>;
  const { askedAt, finishedAt, entries, head, brokenAt } = verification;
  if (isUnderWay(verification)) return <p>It is being checked. You may leave this page.</p>;
  if (finishedAt === null || entries === null) {
    return <Notice kind="warning" title="The last check did not finish">It was asked for on {showInstant(askedAt)}. <Link to="/operator/work">See whether it was given up</Link></Notice>;
  }
  if (brokenAt !== null) {
    return (
      <Notice kind="failure" title={`The log is broken at entry ${brokenAt}`}>
        {count(entries, 'entry', 'entries')} before it {entries === 1 ? 'is' : 'are'} whole. Somebody who can write to the database changed or removed something. Checked on {showInstant(finishedAt)}.
      </Notice>
    );
  }
  return (
    <Notice kind="done" title={`Whole: ${count(entries, 'entry', 'entries')}`}>
      <p>Checked on {showInstant(finishedAt)}. Note the newest hash down elsewhere, and later you can tell whether the newest entries were cut off:</p>
      <p className={styles.says}><code>{head}</code></p>
    </Notice>
  );
}
