import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { isAbsent } from '../../api/problem.js';
import { shortlistQuery } from '../../api/shortlist-queries.js';
import { EntryDrawer } from '../../features/shortlists/entry-drawer.js';
import { ShortlistBoard } from '../../features/shortlists/shortlist-board.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import { NotFoundPage } from './not-found-page.js';

const route = getRouteApi('/recruiter/shortlists/$id');

export function ShortlistPage() {
  const { id } = route.useParams();
  const { stage, entry } = route.useSearch();
  const navigate = useNavigate();
  const { data, error } = useQuery(shortlistQuery(id));
  if (isAbsent(error)) return <NotFoundPage />;
  const title = data?.name ?? 'Shortlist';
  const filter = stage === undefined ? {} : { stage };
  const show = (entryId: string | undefined): void =>
    void navigate({ to: paths.shortlist, params: { id }, search: { ...filter, ...(entryId === undefined ? {} : { entry: entryId }) }, resetScroll: false });
  return (
    <>
      <PageHeading title={title} above={<Link to={paths.shortlists}>Shortlists</Link>}>{title}</PageHeading>
      <ShortlistBoard key={id} id={id} stage={stage} onOpen={show} onDeleted={() => void navigate({ to: paths.shortlists })} />
      <EntryDrawer id={entry} onClose={() => show(undefined)} />
    </>
  );
}
