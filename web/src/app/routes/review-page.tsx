import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { isAbsent } from '../../api/problem.js';
import { reviewedQuery } from '../../api/reviewed-queries.js';
import { DecisionPanel } from '../../features/decisions/decision-panel.js';
import { ReviewBoard } from '../../features/scorecards/review-board.js';
import { showDay } from '../../lib/format.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHeading } from '../../ui/page-heading.js';
import { StateMark } from '../../ui/state-mark.js';
import { paths } from '../paths.js';
import { NotFoundPage } from './not-found-page.js';
import { ReviewedAnswerHere } from './reviewed-answer.js';
import styles from './sections.module.css';

const route = getRouteApi('/recruiter/invitations/$id');

export function ReviewPage() {
  const { id } = route.useParams();
  const query = useQuery(reviewedQuery(id));
  // Taken back, over, or never yours: they look the same.
  if (isAbsent(query.error)) return <NotFoundPage />;
  const { data } = query;
  const name = data ? (data.name ?? data.email ?? 'A candidate') : 'Interview';
  return (
    <>
      <PageHeading
        title={data ? `${name}: ${data.jobTitle}` : 'Interview'}
        {...(data ? { above: <Link to={paths.compare} params={{ id: data.templateId }}>{data.jobTitle}: compare</Link> } : {})}
        {...(data ? { lead: <>{data.email !== null && data.email !== name && `${data.email}. `}{data.clientName !== null && `For your client ${data.clientName}. `}Handed in on {showDay(data.submittedAt)}. You can see this until {showDay(data.endsAt)}; {name} can see that you opened it. <StateMark state={data.state} /></> } : {})}
      >
        {name}
      </PageHeading>
      <Loaded query={query} failed="The interview could not be read." skeleton={<Skeleton height={480} />}>
        {(review) => (
          <div className={styles.below}>
            <ReviewBoard key={id} review={review} answerOf={(answer, judged) => <ReviewedAnswerHere invitationId={id} answer={answer} judged={judged} />} />
            <DecisionPanel invitationId={id} />
          </div>
        )}
      </Loaded>
    </>
  );
}
