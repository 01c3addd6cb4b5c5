import { useNavigate } from '@tanstack/react-router';
import { IncidentList } from '../../features/operations/incidents/incident-list.js';
import { IncidentOpening } from '../../features/operations/incidents/incident-opening.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import sections from './sections.module.css';

export function OperatorIncidentsPage() {
  const navigate = useNavigate();
  return (
    <>
      <PageHeading title="Incidents" lead="What went wrong with personal data: whom it touched, who was told, and what prevents it from now on. The authority is to be told within 72 hours.">Incidents</PageHeading>
      <div className={sections.below}>
        <IncidentList />
        <IncidentOpening onOpened={(id) => void navigate({ to: paths.operatorIncident, params: { id } })} />
      </div>
    </>
  );
}
