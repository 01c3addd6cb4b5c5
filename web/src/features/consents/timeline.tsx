import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircleOff, IconHourglassOff } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ConsentHistory } from '../../api/generated/index.js';
import { consentHistoryQuery, type Purpose, purposesQuery } from '../../consent/consent-api.js';
import { sayFields } from '../../consent/field-words.js';
import { showInstant } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import styles from './consents.module.css';

type Act = ConsentHistory['acts'][number];

const says = {
  given: { icon: IconCheck, word: 'Allowed' },
  renewed: { icon: IconCheck, word: 'Allowed anew' },
  withdrawn: { icon: IconCircleOff, word: 'Taken back' },
  expired: { icon: IconHourglassOff, word: 'Ran out' },
  terminated: { icon: IconCircleOff, word: 'Ended with what it was for' },
  invalidated: { icon: IconAlertTriangle, word: 'Ended, because the notice changed' },
} as const satisfies Record<Act['status'], { icon: typeof IconCheck; word: string }>;

/** What was allowed and taken back, the newest first, each with its receipt. */
export function Timeline() {
  const history = useInfiniteQuery(consentHistoryQuery);
  const purposes = useQuery(purposesQuery);
  const titleOf = (id: Purpose): string => purposes.data?.purposes.find(({ purpose }) => purpose === id)?.title ?? id;
  if (history.isPending) return <LinesSkeleton lines={6} />;
  if (history.isError) return <Failure title="The timeline could not be read." error={history.error} again={() => void history.refetch()} />;
  const acts = history.data.pages.flatMap((page) => page.acts);
  if (acts.length === 0) return <p className={styles.none}>You have not allowed anything yet, so there is nothing to take back.</p>;
  return (
    <>
      <ol className={styles.timeline}>{acts.map((act) => <Entry key={act.id} act={act} title={titleOf(act.purpose)} />)}</ol>
      {history.hasNextPage && <Button variant="default" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>Show older</Button>}
    </>
  );
}

function Entry({ act: { id, status, recipient, fields, noticeVersion, at, expiresAt }, title }: { act: Act; title: string }) {
  const { icon: Icon, word } = says[status];
  const about = `${title}, ${word.toLowerCase()} on ${showInstant(at)}`;
  return (
    <li className={styles.entry} data-status={status}>
      <p className={styles.act}><Icon size={18} stroke={1.5} aria-hidden />{word}: <strong>{title}</strong></p>
      <p className={styles.soft}>
        <time dateTime={at}>{showInstant(at)}</time> · version {noticeVersion} of the notice
        {recipient !== null && <> · for {recipient}</>}
        {expiresAt !== null && (status === 'given' || status === 'renewed') && <> · until {showInstant(expiresAt)}</>}
      </p>
      {fields.length > 0 && <p className={styles.soft}>What may be shown: {sayFields(fields)}</p>}
      <p className={styles.receipts}>
        Receipt: <a href={`/api/consents/receipts/${id}/pdf`} download>PDF<span className="visually-hidden">: {about}</span></a>
        <a href={`/api/consents/receipts/${id}`} download>JSON, signed<span className="visually-hidden">: {about}</span></a>
      </p>
    </li>
  );
}
