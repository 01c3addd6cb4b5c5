import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { interviewerQuery } from '../../../api/interviewer.js';
import { ButtonLink } from '../../../ui/button-link.js';
import { Failure } from '../../../ui/failure.js';
import { LinesSkeleton } from '../../../ui/lines-skeleton.js';
import { Notice } from '../../../ui/notice.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { type RoomState } from '../use-room.js';
import { BeforeTalk } from './before-talk.js';
import { HangUpGuard } from './hang-up-guard.js';
import styles from './realtime.module.css';
import { type TalkPhase } from './talk.js';
import { TalkOver } from './talk-over.js';
import { TalkPanel } from './talk-panel.js';
import { Unheard } from './unheard.js';
import { useConversation } from './use-conversation.js';
import { WhoHears } from './who-hears.js';

const LOOK_EVERY_MS = 5_000;

/** The questions of a room as a conversation: somebody asks by voice, listens, and can be interrupted. */
export function InterviewerPage({ room }: { room: RoomState }) {
  const { id } = room.interview;
  const talk = useConversation(room);
  const { phase, hangUp } = talk;
  const under = isUnderWay(phase);
  // Also taken back in another window.
  const offer = useQuery({ ...interviewerQuery, refetchInterval: under && LOOK_EVERY_MS });
  const interviewer = offer.data;
  const refused = interviewer?.allowed === false;
  const needsPlan = interviewer?.needs === 'plan' && phase === 'idle';
  // Whoever takes the consent back is heard by nobody from then on.
  useEffect(() => { if (refused) hangUp(); }, [refused, hangUp]);
  return (
    <>
      <PageHeading title="Speak with the interviewer">Speak with the interviewer</PageHeading>
      {offer.isPending && <LinesSkeleton lines={4} />}
      {offer.isLoadingError && <Failure title="Nobody could be asked who holds the conversation." error={offer.error} again={() => void offer.refetch()} />}
      {interviewer === null && (
        <Notice kind="info" action={<QuestionByQuestion id={id} />}><p>There is no interviewer to speak with here. Answer the questions one by one, typed or spoken.</p></Notice>
      )}
      {needsPlan && <ComesWithPlan id={id} name={interviewer.name} />}
      {interviewer && !needsPlan && (
        <div className={styles.talk}>
          {phase === 'idle' && <BeforeTalk talk={talk} interviewer={interviewer} mode={room.interview.mode} onChanged={offer.refetch} />}
          {under && <TalkPanel room={room} talk={talk} name={interviewer.name} />}
          {(phase === 'lost' || phase === 'over') && <TalkOver id={id} talk={talk} />}
          <Unheard id={id} positions={talk.unheard} questions={room.interview.questions} />
          {phase !== 'idle' && <WhoHears interviewer={interviewer} onChanged={offer.refetch} />}
          {!under && <div><QuestionByQuestion id={id} /></div>}
        </div>
      )}
      <HangUpGuard active={under && phase !== 'connecting'} />
    </>
  );
}

const isUnderWay = (phase: TalkPhase): boolean => ['connecting', 'open', 'closing', 'ending'].includes(phase);

function ComesWithPlan({ id, name }: { id: string; name: string }) {
  return (
    <div className={styles.talk}>
      <Notice kind="info" title="The interviewer comes with a plan" action={<Link to="/pricing">See plans</Link>}><p>With a plan, {name} asks by voice and listens. Without one you answer the same questions, typed or spoken.</p></Notice>
      <div><QuestionByQuestion id={id} /></div>
    </div>
  );
}

function QuestionByQuestion({ id }: { id: string }) {
  return <ButtonLink variant="default" to="/interviews/$id" params={{ id }}>Answer question by question instead</ButtonLink>;
}
