import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { TemplateShelf } from '../../features/templates/template-shelf.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

const route = getRouteApi('/recruiter/templates');

export function TemplatesPage() {
  const { archived = false } = route.useSearch();
  const navigate = useNavigate();
  return (
    <>
      <PageHeading title="Interviews" lead={<>What you ask, once for everybody. Your colleagues see and change the same interviews. <Link to={paths.hiring}>Figures</Link></>}>Interviews</PageHeading>
      <TemplateShelf key={String(archived)} archived={archived} onMade={(id) => void navigate({ to: paths.template, params: { id } })} />
    </>
  );
}
