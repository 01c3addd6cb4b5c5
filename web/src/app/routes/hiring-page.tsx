import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { HiringBoard } from '../../features/hiring/hiring-board.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

const route = getRouteApi('/recruiter/hiring');

export function HiringPage() {
  const { template, days = 90 } = route.useSearch();
  const navigate = useNavigate();
  return (
    <>
      <PageHeading title="Figures" above={<Link to={paths.templates}>Interviews</Link>} lead={<>How your invited interviews go. <Link to={paths.deletionsDue}>Requests to delete</Link></>}>Figures</PageHeading>
      <HiringBoard template={template} days={days} onAsk={(ask) => void navigate({ to: paths.hiring, search: { days: ask.days, ...(ask.template === undefined ? {} : { template: ask.template }) }, resetScroll: false })} />
    </>
  );
}
