import { getRouteApi, Link } from '@tanstack/react-router';
import { IncidentBoard } from '../../features/operations/incidents/incident-board.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

const route = getRouteApi('/operator/operator/incidents/$id');

export function OperatorIncidentPage() {
  const { id } = route.useParams();
  return (
    <>
      <PageHeading title="An incident" above={<Link to={paths.operatorIncidents}>Incidents</Link>}>One incident</PageHeading>
      <IncidentBoard key={id} id={id} />
    </>
  );
}
