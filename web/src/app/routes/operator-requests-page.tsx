import { getRouteApi } from '@tanstack/react-router';
import { RequestDesk } from '../../features/operations/request-desk.js';
import { RequestIntake } from '../../features/operations/request-intake.js';
import { PageHeading } from '../../ui/page-heading.js';
import sections from './sections.module.css';

const route = getRouteApi('/operator/operator/requests');

export function OperatorRequestsPage() {
  const { state } = route.useSearch();
  return (
    <>
      <PageHeading title="Requests" lead="What people ask about their data, with the day by which each is to be answered. The person reads your answer in the privacy centre and is told by mail that it is there.">
        Requests about personal data
      </PageHeading>
      <div className={sections.below}>
        <RequestDesk state={state ?? 'open'} />
        <RequestIntake />
      </div>
    </>
  );
}
