import { Button, Textarea, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { eraseReported, hideReported, type MinorReport, minorReportsQuery, restoreReported } from '../../api/minor-queries.js';
import { showDeadline, showInstant } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import { Older } from './older.js';
import styles from './operations.module.css';

/** Reports that somebody is too young: what waits, or what was decided. */
export function MinorDesk({ state }: { state: 'open' | 'decided' }) {
  const query = useInfiniteQuery(minorReportsQuery(state));
  return (
    <div className={styles.part}>
      <nav className={styles.choice} aria-label="Which reports">
        <Link to="/operator/minors" search={{}} activeOptions={{ exact: true, includeSearch: true }}>To be decided</Link>
        <Link to="/operator/minors" search={{ state: 'decided' }} activeOptions={{ exact: true, includeSearch: true }}>Decided, or over</Link>
      </nav>
      <Loaded query={query} failed="The reports could not be read." skeleton={<LinesSkeleton lines={6} />}>
        {({ pages }) => <List reports={pages.flatMap(({ reports }) => reports)} />}
      </Loaded>
      <Older query={query} what="reports" />
    </div>
  );
}

function List({ reports }: { reports: readonly MinorReport[] }) {
  if (reports.length === 0) return <p>There are none.</p>;
  return <ul className={styles.rows}>{reports.map((report) => <Line key={report.id} report={report} />)}</ul>;
}

function Line({ report }: { report: MinorReport }) {
  const { about, why, contact, accountId, reportedAt, hiddenUntil, outcome, reason, decidedAt, accountGoneAt } = report;
  const isOpen = outcome === null && accountGoneAt === null;
  return (
    <li className={styles.request}>
      <p className={styles.name}>{about ?? (outcome === 'erased' ? 'Deleted' : 'Over')}</p>
      <p className={styles.facts}>
        <span>Reported {showInstant(reportedAt)}</span>
        {accountId !== null && <Link to="/operator/people/$id" params={{ id: accountId }}>Account {accountId}</Link>}
        {accountId === null && isOpen && <span>Names no single account</span>}
        {hiddenUntil !== null && <span>Hidden until {showDeadline(hiddenUntil)}</span>}
        {decidedAt !== null && <span>{outcome === 'erased' ? 'Deleted' : 'Not true'}, {showInstant(decidedAt)}</span>}
        {accountGoneAt !== null && <span>The account is gone</span>}
      </p>
      {why !== null && <p className={styles.words}>{why}</p>}
      {contact !== null && <p><a href={`mailto:${contact}`}>{contact}</a></p>}
      {reason !== null && <p className={styles.words}><strong>Why:</strong> {reason}</p>}
      {isOpen && <Decision report={report} />}
    </li>
  );
}

function Decision({ report: { id, accountId, hiddenUntil } }: { report: MinorReport }) {
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const [named, setNamed] = useState('');
  const [isAsking, setAsking] = useState(false);
  const deciding = useMutation({ mutationFn: (act: () => Promise<MinorReport>) => act(), onSuccess: () => queryClient.invalidateQueries({ queryKey: ['operations', 'minor-reports'] }) });
  const isReasoned = reason.trim() !== '';
  return (
    <div className={styles.stack}>
      {accountId === null && <TextInput id={`named-${id}`} className={styles.idField} label="Id of the account it is about" value={named} autoComplete="off" spellCheck={false} onChange={(event) => setNamed(event.currentTarget.value)} />}
      <Textarea id={`reason-${id}`} className={styles.wide} label="Why you decide so" rows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      {deciding.isError && !isAsking && <Failure title="Nothing was changed." error={deciding.error} />}
      <div className={styles.buttons}>
        <Button variant="default" loading={deciding.isPending} onClick={() => deciding.mutate(() => hideReported(id, accountId === null && named.trim() !== '' ? named.trim().toLowerCase() : undefined))}>{hiddenUntil === null ? 'Hide for three days' : 'Hide for three more days'}</Button>
        <Button variant="default" disabled={!isReasoned} loading={deciding.isPending} onClick={() => deciding.mutate(() => restoreReported(id, reason))}>It is not true</Button>
        <Button color="red" disabled={!isReasoned || accountId === null} onClick={() => setAsking(true)}>Delete the account</Button>
      </div>
      <ConfirmDialog
        open={isAsking} title="Delete this account now?" verb="Delete the account" destroys busy={deciding.isPending} error={deciding.error}
        onConfirm={() => deciding.mutate(() => eraseReported(id, reason))} onClose={() => { setAsking(false); deciding.reset(); }}
      >
        The account and all that is held of it goes at once, and cannot be brought back.
      </ConfirmDialog>
    </div>
  );
}
