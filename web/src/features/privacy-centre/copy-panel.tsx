import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { askForCopy, type Copy, dataExportQuery, deleteCopy, downloadCopy } from '../../api/privacy-api.js';
import { showMoment, showSize } from '../../lib/format.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import styles from './privacy-centre.module.css';

interface Proof {
  password?: string;
}

/** Asks once more who it is, then does `send`. The form for it belongs to the account. */
export type Ask = (about: { verb: string; send: (proof: Proof) => Promise<void> }) => ReactNode;

/** The copy of one's data: asked for, being made, ready to be fetched. */
export function CopyPanel({ ask }: { ask: Ask }) {
  const queryClient = useQueryClient();
  const order = async (proof: Proof): Promise<void> => {
    const { export: made } = await askForCopy(proof);
    queryClient.setQueryData(dataExportQuery.queryKey, made);
  };
  return (
    <Loaded query={useQuery(dataExportQuery)} failed="Whether there is a copy could not be read." skeleton={<LinesSkeleton lines={5} />}>
      {(copy) => (
        <div className={styles.stack}>
          <div role="status" className={styles.wide}>{copy?.state === 'building' && <Making copy={copy} />}{copy?.state === 'ready' && <p>Your copy is ready.</p>}</div>
          {copy?.state === 'building' && <Removal verb="Stop, to start again" failed="It was not stopped." />}
          {copy === null && ask({ verb: 'Make a copy of my data', send: order })}
          {copy?.state === 'ready' && <Ready copy={copy} ask={ask} />}
        </div>
      )}
    </Loaded>
  );
}

function Making({ copy: { partsDone, parts, askedAt, isLate } }: { copy: Copy }) {
  return (
    <div className={styles.stack}>
      {isLate
        ? <p>Your copy takes longer than it should. We try again every hour, or you stop it and start again.</p>
        : <p>Your copy is being made. You may close this page: we write to you when it is ready.</p>}
      <Progress value={(partsDone / parts) * 100} aria-label={`${partsDone} of ${parts} parts are written`} w="100%" />
      <p className={styles.soft}>{partsDone} of {parts} parts, asked for on {showMoment(askedAt)}</p>
    </div>
  );
}

const Ready = ({ copy: { bytes, sha256, readyAt, expiresAt }, ask }: { copy: Copy; ask: Ask }) => (
  <>
    <dl className={styles.about}>
      <dt>Made</dt><dd>{readyAt !== null && showMoment(readyAt)}</dd>
      <dt>Size</dt><dd>{bytes !== null && showSize(bytes)}</dd>
      <dt>SHA-256</dt><dd><code className={styles.hash}>{sha256}</code></dd>
      <dt>Until</dt><dd><DeletionDate at={expiresAt} /></dd>
    </dl>
    {ask({ verb: 'Download my data', send: downloadCopy })}
    <Removal verb="Delete this copy" failed="The copy was not deleted." />
  </>
);

function Removal({ verb, failed }: { verb: string; failed: string }) {
  const queryClient = useQueryClient();
  const removal = useMutation({ mutationFn: deleteCopy, onSuccess: () => queryClient.setQueryData(dataExportQuery.queryKey, null) });
  return (
    <>
      <Button variant="default" loading={removal.isPending} onClick={() => removal.mutate()}>{verb}</Button>
      {removal.isError && <Failure title={failed} error={removal.error} />}
    </>
  );
}
