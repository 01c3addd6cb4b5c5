import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { isAbsent } from '../../api/problem.js';
import { interviewQuery } from '../../api/queries.js';
import { Room, type RoomPlace } from '../../features/interview-room/room.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { paths } from '../paths.js';
import { NotFoundPage } from './not-found-page.js';

const route = getRouteApi('/candidate/interviews/$id');

/** How often one looks whether a recording can be played by now. */
const BEING_MADE_MS = 2_000;

export function RoomPage() {
  const { id } = route.useParams();
  const { question } = route.useSearch();
  const navigate = useNavigate();
  const query = useQuery({ ...interviewQuery(id), refetchInterval: ({ state: { data } }) => (data?.questions.some(({ recording }) => recording?.state === 'sent') ? BEING_MADE_MS : false) });
  const go = useCallback((place: RoomPlace, replace = false): void => {
    void navigate({ to: paths.room, params: { id }, search: { question: place }, replace });
  }, [navigate, id]);
  if (isAbsent(query.error)) return <NotFoundPage />;
  const toReport = (): void => void navigate({ to: paths.report, params: { id }, replace: true });
  return (
    <Loaded query={query} failed="The interview could not be read." skeleton={<LinesSkeleton lines={6} height={28} />}>
      {(interview) => (interview.state === 'in_progress'
        ? <Room key={id} interview={interview} place={question} onGo={go} onSubmitted={toReport} />
        : <Navigate to={paths.report} params={{ id }} replace />)}
    </Loaded>
  );
}
