import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { isAbsent } from '../../api/problem.js';
import { templateQuery } from '../../api/template-queries.js';
import { TemplateDesk } from '../../features/templates/template-desk.js';
import { ButtonLink } from '../../ui/button-link.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Refused } from '../../ui/refused.js';
import { paths } from '../paths.js';
import { NotFoundPage } from './not-found-page.js';

const route = getRouteApi('/recruiter/templates/$id');

export function TemplatePage() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(templateQuery(id));
  if (isAbsent(error) && !data) return <NotFoundPage />;
  const title = data ? (data.draft ?? data.published)?.content.jobTitle.trim() || 'A job without a title' : 'Interview';
  return (
    <>
      <PageHeading title={title} above={<Link to={paths.templates}>Interviews</Link>} {...(data?.draft ? { lead: data.published ? `Draft of version ${data.draft.version}. Version ${data.published.version} stays in use until you publish this one.` : 'A draft. It is saved while you write.' } : {})}>{title}</PageHeading>
      {!data && error && <Refused title="This interview could not be read." error={error} again={() => void refetch()} />}
      {!data && !error && <LinesSkeleton lines={6} height={28} />}
      {data && (
        <TemplateDesk
          key={id} template={data} onDeleted={() => void navigate({ to: paths.templates })} onCopied={(copy) => void navigate({ to: paths.template, params: { id: copy } })}
          links={{
            preview: <ButtonLink variant="default" to={paths.templatePreview} params={{ id }}>Take it yourself</ButtonLink>,
            invite: <ButtonLink to={paths.invite} params={{ id }}>Invite people</ButtonLink>,
            results: (
              <>
                <ButtonLink variant="default" to={paths.invitations} params={{ id }}>Who was invited</ButtonLink>
                <ButtonLink variant="default" to={paths.compare} params={{ id }}>Compare</ButtonLink>
                <ButtonLink variant="default" to={paths.fairness} params={{ id }}>Fairness</ButtonLink>
              </>
            ),
            notice: (versionId) => <Link to={paths.aiNotice} params={{ versionId }}>What candidates read about scoring</Link>,
          }}
        />
      )}
    </>
  );
}
