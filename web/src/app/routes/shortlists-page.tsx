import { useNavigate } from '@tanstack/react-router';
import { ShortlistShelf } from '../../features/shortlists/shortlist-shelf.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

export function ShortlistsPage() {
  const navigate = useNavigate();
  return (
    <>
      <PageHeading title="Shortlists" lead="Shared with your colleagues. Whoever no longer wants to be found leaves them at once, with everything you wrote about them.">Shortlists</PageHeading>
      <ShortlistShelf onMade={(id) => void navigate({ to: paths.shortlist, params: { id } })} />
    </>
  );
}
