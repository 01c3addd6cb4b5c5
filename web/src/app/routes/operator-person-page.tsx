import { getRouteApi, Link } from '@tanstack/react-router';
import { PersonCard } from '../../features/operations/person-card.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

const route = getRouteApi('/operator/operator/people/$id');

export function OperatorPersonPage() {
  const { id } = route.useParams();
  return (
    <>
      <PageHeading title={`Account ${id}`} above={<Link to={paths.operatorPeople}>People, by id</Link>} lead={<code>{id}</code>}>One account</PageHeading>
      <PersonCard key={id} id={id} />
    </>
  );
}
