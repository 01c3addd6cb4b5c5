import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { isAbsent } from '../../api/problem.js';
import { type TemplateContent, templateQuery } from '../../api/template-queries.js';
import { GivenPractice } from '../../features/guest-practice/given-practice.js';
import { type GuestParts } from '../../features/guest-practice/guest-parts.js';
import { KindSwitch } from '../../features/interview-room/kind-switch.js';
import { isAskable } from '../../features/templates/askable.js';
import { PreviewOpening } from '../../features/templates/preview-opening.js';
import { ButtonLink } from '../../ui/button-link.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Refused } from '../../ui/refused.js';
import { paths } from '../paths.js';
import { guestParts } from './guest-parts.js';
import { NotFoundPage } from './not-found-page.js';

const route = getRouteApi('/recruiter/interviews/preview/$id');

export function TemplatePreviewPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({ ...templateQuery(id), refetchOnWindowFocus: false });
  const content = (data?.draft ?? data?.published)?.content;
  if (isAbsent(error)) return <NotFoundPage />;
  if (error && !data) return <Refused title="This interview could not be read." error={error} again={() => void refetch()} />;
  return content ? <Preview id={id} content={content} /> : <LinesSkeleton lines={6} height={28} />;
}

function Preview({ id, content }: { id: string; content: TemplateContent }) {
  const { jobTitle, levelId, competencies, answerKinds, retakes } = content;
  const questions = content.questions.filter(isAskable);
  const offered = answerKinds.length === 0 ? (['text'] as const) : answerKinds;
  const back = <Link to={paths.template} params={{ id }}>{jobTitle.trim() || 'The interview'}</Link>;
  const parts = useMemo((): GuestParts => ({
    ...guestParts,
    KindSwitch: (props) => <KindSwitch {...props} offered={answerKinds} />,
    again: { says: 'You can go through it once more.', verb: 'Take it once more' },
    onward: <ButtonLink variant="default" to={paths.template} params={{ id }}>Back to the interview</ButtonLink>,
  }), [id, answerKinds]);
  return (
    <GivenPractice
      script={{ roleTitle: jobTitle.trim() || 'An interview', levelId, competencies, questions, answerKinds: offered, retakes }} parts={parts}
      opening={(begin) => <PreviewOpening content={content} askable={questions.length} back={back} onBegin={begin} />}
    />
  );
}
