import { Link } from '@tanstack/react-router';
import { ReceivedList } from '../../features/contact/received-list.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

export function RequestsPage() {
  return (
    <>
      <PageHeading title="Requests to talk" lead="Organisations that found you ask whether you would talk about a job. What you did not share with recruiters they learn only if you say yes.">Requests to talk</PageHeading>
      <ReceivedList none={<p>Nobody has asked you yet. Organisations can ask only while you <Link to={paths.visibility}>let recruiters find you</Link>.</p>} />
    </>
  );
}
