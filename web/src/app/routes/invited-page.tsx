import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ownInvitationQuery } from '../../api/invited-queries.js';
import { isAbsent } from '../../api/problem.js';
import { DecisionPart } from '../../features/decisions/decision-part.js';
import { DeletionPart } from '../../features/deletions/deletion-part.js';
import { InvitedDesk } from '../../features/invited/invited-desk.js';
import { InvitedLead } from '../../features/invited/invited-lead.js';
import { isBeingScored, isOnItsWay } from '../../features/invited/words.js';
import { SurveyPart } from '../../features/survey/survey-part.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import { NotFoundPage } from './not-found-page.js';

/** How often one looks whether it has arrived, and a score has come. */
const BEING_SCORED_MS = 5_000;

const route = getRouteApi('/candidate/invited/$id');

export function InvitedPage() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  const query = useQuery({ ...ownInvitationQuery(id), refetchInterval: ({ state: { data: now } }) => (now && (isBeingScored(now) || isOnItsWay(now, Date.now())) ? BEING_SCORED_MS : false) });
  if (isAbsent(query.error)) return <NotFoundPage />;
  const { data } = query;
  return (
    <>
      <PageHeading
        title={data ? `${data.jobTitle}: invitation of ${data.organisation.name}` : 'Invitation'} above={<Link to={paths.myInvitations}>Your invitations</Link>}
        {...(data ? { lead: <InvitedLead invitation={data} /> } : {})}
      >
        {data?.jobTitle ?? 'Invitation'}
      </PageHeading>
      <Loaded query={query} failed="The invitation could not be read." skeleton={<LinesSkeleton lines={8} />}>
        {(invitation) => (
          <InvitedDesk
            key={id} invitation={invitation}
            news={invitation.submittedAt !== null && <DecisionPart invitationId={id} />}
            rest={invitation.submittedAt !== null && !isOnItsWay(invitation, query.dataUpdatedAt) && <><SurveyPart invitationId={id} /><DeletionPart invitationId={id} organisation={invitation.organisation.name} isShared={invitation.sharedUntil !== null} isKept={invitation.interviewId !== null} /></>}
            onStarted={(interviewId) => void navigate({ to: paths.room, params: { id: interviewId }, search: { question: invitation.answerKinds[0] === 'text' ? 'warm-up' : 'devices' } })}
          />
        )}
      </Loaded>
    </>
  );
}
