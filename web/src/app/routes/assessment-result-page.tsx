import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { isAbsent } from '../../api/problem.js';
import { assessmentQuery } from '../../api/queries.js';
import { AssessmentResult } from '../../features/assessment/assessment-result.js';
import { AssessmentSkeleton } from '../../features/assessment/assessment-skeleton.js';
import { KeepOrDelete } from '../../features/assessment/keep-or-delete.js';
import { showMoment } from '../../lib/format.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import { NotFoundPage } from './not-found-page.js';

const route = getRouteApi('/candidate/assessment/$id');

export function AssessmentResultPage() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  const query = useQuery(assessmentQuery(id));
  if (isAbsent(query.error)) return <NotFoundPage />;
  const title = query.data ? `How your resume fits: ${query.data.roleTitle}` : 'How your resume fits';
  return (
    <>
      <PageHeading
        title={title} above={<Link to={paths.assessment}>Your resume beside a role</Link>}
        {...(query.data ? { lead: `Made on ${showMoment(query.data.madeAt)}, from the resume you had then.` } : {})}
      >
        {title}
      </PageHeading>
      <Loaded query={query} failed="The assessment could not be read." skeleton={<AssessmentSkeleton />}>
        {(assessment) => (
          <>
            <KeepOrDelete id={id} expiresAt={assessment.expiresAt} onDeleted={() => void navigate({ to: paths.assessment })} />
            <AssessmentResult assessment={assessment} />
          </>
        )}
      </Loaded>
    </>
  );
}
