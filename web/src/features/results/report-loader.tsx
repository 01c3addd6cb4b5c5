import { useQuery } from '@tanstack/react-query';
import { reportQuery } from '../../api/queries.js';
import { Loaded } from '../../ui/loaded.js';
import { ReportSkeleton } from './report-skeleton.js';
import { ReportView } from './report-view.js';

export function ReportLoader({ id }: { id: string }) {
  return (
    <Loaded query={useQuery(reportQuery(id))} failed="The report could not be read." skeleton={<ReportSkeleton />}>
      {(report) => <ReportView report={report} />}
    </Loaded>
  );
}
