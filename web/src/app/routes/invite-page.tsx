import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { organisationQuery } from '../../api/organisation-queries.js';
import { isAbsent } from '../../api/problem.js';
import { templateQuery } from '../../api/template-queries.js';
import { InvitePeople } from '../../features/invitations/invite-people.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { mayPay } from '../may-pay.js';
import { paths } from '../paths.js';
import { NotFoundPage } from './not-found-page.js';
import { titleOf } from './template-title.js';

const route = getRouteApi('/recruiter/templates/$id/invitations/new');

export function InvitePage() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  const { data: template, error } = useQuery(templateQuery(id));
  const { data: organisation } = useQuery(organisationQuery);
  if (isAbsent(error)) return <NotFoundPage />;
  const title = titleOf(template);
  return (
    <>
      <PageHeading title={`Invite people: ${title}`} above={<Link to={paths.invitations} params={{ id }}>{title}: invitations</Link>} lead={template?.published ? lead(template.published.content.deadlineDays) : undefined}>
        Invite people
      </PageHeading>
      {template?.published === null
        ? <Notice kind="info" title="This interview is not published yet">People can be invited once its questions stand. <Link to={paths.template} params={{ id }}>Publish it first</Link></Notice>
        : <InvitePeople key={id} templateId={id} more={organisation && mayPay(organisation) ? <Link to={paths.organisationBilling}>Go to Billing</Link> : 'Your owners, and colleagues with the role billing, can get more.'} onSent={(batch) => void navigate({ to: paths.invitations, params: { id }, search: { batch } })} />}
    </>
  );
}

const lead = (days: number): string => `Each of them gets a mail of their own and has ${days === 1 ? 'a day' : `${days} days`} to answer. They are reminded after 48 hours, and a day before the end.`;
