import { getRouteApi } from '@tanstack/react-router';
import { OrganisationRegister } from '../../features/operations/organisation-register.js';
import { PageHeading } from '../../ui/page-heading.js';

const route = getRouteApi('/operator/operator/organisations');

export function OperatorOrganisationsPage() {
  const { state } = route.useSearch();
  return (
    <>
      <PageHeading title="Organisations" lead="Only approved organisations see people here. You read at which domains their owners have mail, not their addresses. What you decide is written into the audit log, and the owners are told.">
        Organisations
      </PageHeading>
      <OrganisationRegister state={state} />
    </>
  );
}
