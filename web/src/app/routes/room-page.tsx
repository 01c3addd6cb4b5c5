import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { isAbsent } from '../../api/problem.js';
import { interviewQuery } from '../../api/queries.js';
import { type Interview } from '../../api/schema.js';
import { Room, type RoomPlace } from '../../features/interview-room/room.js';
import { isOver, RoomClosed } from '../../features/interview-room/room-closed.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { paths } from '../paths.js';
import { NotFoundPage } from './not-found-page.js';

const route = getRouteApi('/candidate/interviews/$id');

/** How often one looks whether a recording can be played by now. */
const BEING_MADE_MS = 2_000;
/** How often, in an interview that somebody invited to, one looks whether it still stands. */
const STANDS_MS = 60_000;

export function RoomPage() {
  const { id } = route.useParams();
  const { question } = route.useSearch();
  const navigate = useNavigate();
  const query = useQuery({ ...interviewQuery(id), refetchInterval: ({ state: { data } }) => everySoOften(data) });
  const go = useCallback((place: RoomPlace, replace = false): void => {
    void navigate({ to: paths.room, params: { id }, search: { question: place }, replace });
  }, [navigate, id]);
  if (isAbsent(query.error)) return <NotFoundPage />;
  const leave = ({ invited }: Interview): void => {
    void (invited?.ref ? navigate({ to: paths.invited, params: { id: invited.ref }, replace: true }) : navigate({ to: paths.report, params: { id }, replace: true }));
  };
  return (
    <Loaded query={query} failed="The interview could not be read." skeleton={<LinesSkeleton lines={6} height={28} />}>
      {(interview) => <Body key={id} interview={interview} place={question} onGo={go} onSubmitted={() => leave(interview)} />}
    </Loaded>
  );
}

function everySoOften(interview: Interview | undefined): number | false {
  if (interview?.questions.some(({ recording }) => recording?.state === 'sent')) return BEING_MADE_MS;
  return interview?.state === 'in_progress' && interview.invited?.ref != null ? STANDS_MS : false;
}

function Body(props: Parameters<typeof Room>[0]) {
  const { interview } = props;
  const [openedAt] = useState(() => Date.now());
  const [wasOpen] = useState(interview.state === 'in_progress');
  const ref = interview.invited?.ref;
  // What was submitted here goes back to whoever invited; what was before is looked up.
  if (interview.state !== 'in_progress' && wasOpen && ref) return <Navigate to={paths.invited} params={{ id: ref }} replace />;
  if (interview.state !== 'in_progress') return <Navigate to={paths.report} params={{ id: interview.id }} replace />;
  // Whoever is in the room when the deadline passes keeps sight of what they wrote.
  if (interview.invited && isOver(interview.invited, openedAt)) return <RoomClosed interview={interview} invited={interview.invited} />;
  return <Room {...props} />;
}
