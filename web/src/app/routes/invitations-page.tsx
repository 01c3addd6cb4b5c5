import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sentInvitationsQuery } from '../../api/invitation-queries.js';
import { isAbsent } from '../../api/problem.js';
import { templateQuery } from '../../api/template-queries.js';
import { BatchProgress } from '../../features/invitations/batch-progress.js';
import { DoNotInvite } from '../../features/invitations/do-not-invite.js';
import { InvitationBoard } from '../../features/invitations/invitation-board.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import { NotFoundPage } from './not-found-page.js';
import styles from './sections.module.css';
import { titleOf } from './template-title.js';

const route = getRouteApi('/recruiter/templates/$id/invitations');

export function InvitationsPage() {
  const { id } = route.useParams();
  const { state, batch } = route.useSearch();
  const { data: template } = useQuery(templateQuery(id));
  const { error } = useInfiniteQuery(sentInvitationsQuery(id, state));
  if (isAbsent(error)) return <NotFoundPage />;
  const title = titleOf(template);
  return (
    <>
      <PageHeading title={`${title}: invitations`} above={<Link to={paths.template} params={{ id }}>{title}</Link>} lead="Whom you invited, and how far they are. What they answer you see once they hand it in, and only while they share it with you.">
        Invitations
      </PageHeading>
      <div className={styles.below}>
        {batch !== undefined && <BatchProgress key={batch} id={batch} />}
        <InvitationBoard key={id} templateId={id} state={state} />
        <DoNotInvite />
      </div>
    </>
  );
}
