import { useQuery } from '@tanstack/react-query';
import { reportQuery } from '../../api/queries.js';
import { type Interview, type Report } from '../../api/schema.js';
import { Loaded } from '../../ui/loaded.js';
import { ReportSkeleton } from './report-skeleton.js';
import { ReportView } from './report-view.js';

/** How often one looks whether a recording can be played by now. */
const BEING_MADE_MS = 2_000;

export function ReportLoader({ id, onStarted }: { id: string; onStarted: (interview: Interview) => void }) {
  return (
    <Loaded query={useQuery({ ...reportQuery(id), refetchInterval: ({ state: { data } }) => (data && isBeingMade(data) ? BEING_MADE_MS : false) })} failed="The report could not be read." skeleton={<ReportSkeleton />}>
      {(report) => <ReportView report={report} onStarted={onStarted} />}
    </Loaded>
  );
}

function isBeingMade({ answers }: Report): boolean {
  const recordings = answers.flatMap(({ given, followUp }) => [given?.take?.recording, followUp?.given?.take?.recording]);
  return recordings.some((recording) => recording?.state === 'sent' || recording?.state === 'recording');
}
