import { useEffect, useState } from 'react';
import { type AnswerKind, type Interview } from '../../api/schema.js';
import { useDeviceDocument, useRoomDocument } from '../../lib/use-device-document.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Accommodation } from './accommodation.js';
import { DevicesPage } from './devices-page.js';
import { InvitedBy } from './invited-by.js';
import { LeaveGuard } from './leave-guard.js';
import { QuestionPage } from './question-page.js';
import { QuestionStrip } from './question-strip.js';
import { InterviewerOffer } from './realtime/interviewer-offer.js';
import { InterviewerPage } from './realtime/interviewer-page.js';
import { ReviewPage } from './review-page.js';
import styles from './room.module.css';
import { useDevicesAsNeeded } from './use-room-devices.js';
import { useForward } from './use-forward.js';
import { useAnswered } from './use-room-answers.js';
import { type RoomState, useRoom } from './use-room.js';
import { useRoomNotes } from './use-room-notes.js';
import { WarmUp } from './warm-up.js';

/** A question by its position, the check of the devices, the question before the first, the conversation, or the page that asks before submitting. */
export type RoomPlace = number | 'devices' | 'warm-up' | 'interviewer' | 'review';

interface Props {
  interview: Interview;
  /** From the address; without it, the first question that has no answer. */
  place: RoomPlace | undefined;
  /** `replace` leaves no step to go back to. */
  onGo: (place: RoomPlace, replace?: boolean) => void;
  onSubmitted: () => void;
}

/** The room: one question at a time. */
export function Room({ interview, place, onGo, onSubmitted }: Props) {
  const { questions } = interview;
  const room = useRoom(interview);
  const answered = useAnswered(room.answers);
  const planned = questions.filter(({ follows }) => follows === null);
  const [start] = useState(() => planned.find(({ position }) => !answered.has(position))?.position ?? planned.length);
  const isThere = typeof place === 'string' || questions.some(({ position }) => position === place);
  const current = place !== undefined && isThere ? place : start;
  const moved = useMoved(current);
  useEffect(() => {
    // Written into the address, so that loading the page again stays at this question.
    if (place === undefined) onGo(start, true);
  }, [place, start, onGo]);
  const kind = kindAt(room, current);
  const ready = useDeviceDocument(place !== undefined && kind !== 'text');
  const reaches = useRoomDocument(current === 'interviewer');
  useDevicesAsNeeded(room.devices, kind);
  useRoomNotes(interview, typeof current === 'number' ? current : null);
  if (!ready || !reaches) return <LinesSkeleton lines={6} height={28} />;
  const begun = answered.size > 0 || questions.some(({ takes }) => takes > 0);
  return (
    <div className={styles.room}>
      <Subject interview={interview} />
      {interview.invited && <InvitedBy key={interview.invited.deadlineAt} invited={interview.invited} />}
      {current === 'devices' && <DevicesPage room={room} onDone={() => onGo(begun ? start : 'warm-up')} />}
      {current === 'warm-up' && <WarmUp room={room} onBegin={() => onGo(start, true)} />}
      {current === 'interviewer' && <InterviewerPage room={room} />}
      {current === 'review' && <><QuestionStrip id={interview.id} questions={interview.questions} answered={answered} current={current} /><ReviewPage room={room} answered={answered} onSubmitted={onSubmitted} /></>}
      {typeof current === 'number' && <Question room={room} position={current} answered={answered} takesFocus={moved} onGo={onGo} />}
      <Accommodation pace={room.pace} onPace={room.onPace} onTypeAll={room.kinds.usual === 'text' ? null : () => typeFromHere(room, current)} />
      <Brought interview={interview} />
      <LeaveGuard takes={room.takes} />
    </div>
  );
}

interface QuestionProps {
  room: RoomState;
  position: number;
  answered: ReadonlySet<number>;
  takesFocus: boolean;
  onGo: (place: RoomPlace) => void;
}

function Question({ room, position, answered, takesFocus, onGo }: QuestionProps) {
  const { interview } = room;
  const forward = useForward(room, onGo);
  const question = interview.questions.find((each) => each.position === position);
  if (!question) return null;
  return (
    <>
      <QuestionStrip id={interview.id} questions={interview.questions} answered={answered} current={position} />
      {!answered.has(position) && !interview.invited && <InterviewerOffer id={interview.id} />}
      <QuestionPage key={position} room={room} question={question} takesFocus={takesFocus} goingOn={forward.isPending} onForward={() => forward.mutate(question)} />
    </>
  );
}

/** Typing from now on: at the question that is open even when it was spoken before. */
function typeFromHere({ kinds }: RoomState, place: RoomPlace): void {
  kinds.choose('text');
  if (typeof place === 'number') kinds.choose('text', place);
}

/** How one answers at this place; nothing is recorded where one only looks over it, or talks with somebody. */
function kindAt({ interview, kinds }: RoomState, place: RoomPlace): AnswerKind {
  if (place === 'review' || place === 'interviewer') return 'text';
  const question = interview.questions.find(({ position }) => position === place);
  return question ? kinds.of(question) : kinds.usual;
}

function Subject({ interview: { roleTitle, levelTitle, questionSet, drill, invited } }: { interview: Interview }) {
  return (
    <p className={styles.subject}>
      {invited && `For ${invited.by} · `}{roleTitle}, {levelTitle}{drill && `. A drill: ${drill.title.toLowerCase()}`}{questionSet.title !== roleTitle && `. Questions: ${questionSet.title}`}
    </p>
  );
}

/** What the candidate brought along. */
function Brought({ interview: { goals, jobDescription } }: { interview: Interview }) {
  return (
    <div className={styles.brought}>
      {goals !== null && <details className={styles.job}><summary>Show your goals</summary><p tabIndex={0}>{goals}</p></details>}
      {jobDescription !== null && <details className={styles.job}><summary>Show the job description you gave</summary><p tabIndex={0}>{jobDescription}</p></details>}
    </div>
  );
}

/** Whether one came here from another question; the first page of a visit leaves the focus where it is. */
function useMoved(current: RoomPlace): boolean {
  const [first] = useState(current);
  useEffect(() => {
    if (current === 'review' || (typeof current === 'string' && current !== first)) document.querySelector('h1')?.focus();
  }, [current, first]);
  return current !== first;
}
