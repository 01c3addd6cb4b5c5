import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../api/queries.js';
import { type Interview, type Report, type ReportAnswer } from '../../api/schema.js';
import { Loaded } from '../../ui/loaded.js';
import { Attempts } from './attempts.js';
import { CertificateStanding } from './certificate-standing.js';
import { ReportPages } from './report-pages.js';
import { ReportSkeleton } from './report-skeleton.js';

/** The report of an interview that is kept, with the way to a certificate and to further attempts where it was practice. */
export function ReportView({ report, onStarted }: { report: Report; onStarted: (interview: Interview) => void }) {
  const policy = useQuery(policyQuery);
  const isPractice = report.invited === null && report.broughtFrom === null;
  return (
    <>
      {!policy.data && <Loaded query={policy} failed="The mark on the ruler could not be read." skeleton={<ReportSkeleton />}>{() => null}</Loaded>}
      <ReportPages
        report={report} mark={policy.data?.certificateAbove ?? null}
        {...(isPractice ? { verdict: <CertificateStanding id={report.id} onStarted={onStarted} /> } : {})}
        {...(isPractice || report.broughtFrom !== null ? { beneath: (answer: ReportAnswer) => <Attempts id={report.id} answer={answer} mayTry={isPractice} /> } : {})}
      />
    </>
  );
}
