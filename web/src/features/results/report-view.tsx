import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../api/queries.js';
import { type Report, type ReportAnswer } from '../../api/schema.js';
import { Loaded } from '../../ui/loaded.js';
import { Attempts } from './attempts.js';
import { ReportPages } from './report-pages.js';
import { ReportSkeleton } from './report-skeleton.js';

/** The report of an interview that is kept, with the way to further attempts where it was practice. */
export function ReportView({ report }: { report: Report }) {
  const policy = useQuery(policyQuery);
  return (
    <>
      {!policy.data && <Loaded query={policy} failed="The mark on the ruler could not be read." skeleton={<ReportSkeleton />}>{() => null}</Loaded>}
      <ReportPages report={report} mark={policy.data?.certificateAbove ?? null} {...(report.invited ? {} : { beneath: (answer: ReportAnswer) => <Attempts id={report.id} answer={answer} /> })} />
    </>
  );
}
