import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { isAbsent } from '../../api/problem.js';
import { interviewQuery } from '../../api/queries.js';
import { type Interview } from '../../api/schema.js';
import { isOver } from '../../features/interview-room/room-closed.js';
import { BroughtNote } from '../../features/results/brought-note.js';
import { Delayed } from '../../features/results/delayed.js';
import { DeleteInterview } from '../../features/results/delete-interview.js';
import { DownloadReport } from '../../features/results/download-report.js';
import { NotScored } from '../../features/results/not-scored.js';
import { ReportLoader } from '../../features/results/report-loader.js';
import { ReportSkeleton } from '../../features/results/report-skeleton.js';
import { ScoringProgress } from '../../features/results/scoring-progress.js';
import { untilScored } from '../../features/results/until-scored.js';
import { showMoment } from '../../lib/format.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import { NotFoundPage } from './not-found-page.js';
import styles from './sections.module.css';

const route = getRouteApi('/candidate/interviews/$id/report');

const titles = {
  in_progress: 'Not submitted yet',
  submitted: 'Your answers are being scored',
  for_people: 'People judge this interview',
  in_review: 'A person decides about your score',
  scored: 'Your report',
  not_scored: 'Not scored',
} as const satisfies Record<Interview['state'], string>;

export function ReportPage() {
  const { id } = route.useParams();
  const query = useQuery({ ...interviewQuery(id), refetchInterval: untilScored });
  if (isAbsent(query.error)) return <NotFoundPage />;
  const title = query.data ? titles[query.data.state] : 'Your report';
  const about = query.data && `${query.data.roleTitle}, ${query.data.levelTitle}${query.data.drill ? `: ${query.data.drill.title.toLowerCase()}` : ''}`;
  return (
    <>
      <PageHeading
        title={about === undefined ? title : `${title}: ${about}`} above={<Above interview={query.data} />}
        {...(query.data ? { lead: `${forWhom(query.data)}${about}. ${when(query.data)}${served(query.data)}` } : {})}
      >
        {title}
      </PageHeading>
      <Loaded query={query} failed="The interview could not be read." skeleton={<ReportSkeleton />}>
        {(interview) => <ReportBody interview={interview} />}
      </Loaded>
    </>
  );
}

function ReportBody({ interview }: { interview: Interview }) {
  const navigate = useNavigate();
  const { id, state, invited, broughtFrom } = interview;
  const [openedAt] = useState(() => Date.now());
  const delayed = invited?.delayedUntil ?? null;
  const hasReport = delayed === null && (state === 'scored' || state === 'in_review' || state === 'for_people' || (state === 'not_scored' && broughtFrom !== null));
  return (
    <>
      <DeleteInterview id={id} expiresAt={interview.expiresAt} kept={interview.kept} keepable={interview.submittedAt !== null} sharedWith={invited?.ref ? invited.by : null} onDeleted={() => void navigate({ to: paths.practice })} />
      {state === 'in_progress' && !(invited && isOver(invited, openedAt)) && <ButtonLink to={paths.room} params={{ id }}>Go on with the interview</ButtonLink>}
      {state === 'submitted' && <ScoringProgress progress={interview.progress} {...(invited ? { where: 'among your interviews' } : {})} />}
      {state === 'not_scored' && broughtFrom === null && <NotScored id={id} />}
      {invited && delayed !== null && state !== 'submitted' && <Delayed by={invited.by} until={delayed} />}
      {hasReport && <p className={styles.download}><DownloadReport id={id} /></p>}
      {broughtFrom !== null && <BroughtNote from={broughtFrom} />}
      {hasReport && <ReportLoader id={id} onStarted={(drill) => void navigate({ to: paths.room, params: { id: drill.id } })} />}
    </>
  );
}

/** Where one came from: one's practice, or the invitation. */
function Above({ interview }: { interview: Interview | undefined }) {
  const ref = interview?.invited?.ref;
  return ref ? <Link to={paths.invited} params={{ id: ref }}>Your invitation</Link> : <Link to={paths.practice}>Your practice</Link>;
}

const forWhom = ({ invited }: Interview): string => (invited ? `For ${invited.by}: ` : '');

/** Whose questions were asked, where the role itself has none. */
const served = ({ roleTitle, questionSet }: Interview): string => (questionSet.title === roleTitle ? '' : ` Questions: ${questionSet.title}.`);

const when = ({ startedAt, submittedAt }: Interview): string =>
  (submittedAt === null ? `Started on ${showMoment(startedAt)}.` : `Submitted on ${showMoment(submittedAt)}.`);
