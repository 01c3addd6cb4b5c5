import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { type InterviewQuestion, type SpokenKind } from '../../api/schema.js';
import { TakePanel } from '../../speaking/take-panel.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { type AnswerKeeper } from './answer-keeper.js';
import { BeingWritten } from './being-written.js';
import { type ClockQuestion, speakingSeconds } from './clock-time.js';
import { QuestionClock } from './question-clock.js';
import { calledBy, transcriberOf } from './speech-helpers.js';
import styles from './spoken.module.css';
import { earlierOf, standingOf, wholeHere } from './take-standing.js';
import { TimeOver } from './time-over.js';
import { Transcript } from './transcript.js';
import { useQuestionClock } from './use-question-clock.js';
import { type RoomState } from './use-room.js';
import { useTakeHere } from './use-take-here.js';

interface Props {
  room: RoomState;
  question: InterviewQuestion;
  kind: SpokenKind;
  timed: ClockQuestion;
  keeper: AnswerKeeper;
}

/** Time to think, a recording, and the text of what was said in it. */
export function SpokenAnswer({ room, question, kind, timed, keeper }: Props) {
  const { interview: { id }, takes, scribe, kinds, devices, pace, onPace, limits } = room;
  const { position } = question;
  const { here, saving, begin, notStarted, recorded, heard } = useTakeHere(room, question, kind, keeper);
  const standing = standingOf(question, kind, saving?.waiting);
  const by = transcriberOf(room.speech);
  const writing = useSyncExternalStore(scribe.subscribe, () => scribe.at(position));
  const parts = here?.parts ?? [];
  const clock = useQuestionClock(`${id}:${position}:spoken`, timed, pace, question.takes > 0);
  const maxSeconds = limits === null ? 0 : speakingSeconds(timed, pace, limits.recording.seconds);
  const isSpoken = here !== null || standing.kind !== 'none';
  const usedUp = here === null && (standing.kind === 'none' || standing.kind === 'broken') && question.takes > 0 && question.retakesLeft <= 0;
  // A take that was cut off is decided upon first.
  const toWrite = isSpoken && here?.recording !== true && (here !== null || standing.kind !== 'cut_off' || question.answer !== null);
  return (
    <div className={styles.spoken}>
      <p className={styles.soft}>
        {!isSpoken && !usedUp && keptInWords(room.interview, kind)}
        {!isSpoken && !usedUp && by && `What you say is written down by ${calledBy(by)}: the sound is heard there once, and nothing of it is kept here for that. `}
        <Link to="/interviews/$id" params={{ id }} search={{ question: 'devices' }}>{room.interview.recordingOffered[kind] ? 'Change whether recordings are kept, or your camera and microphone' : 'Change your camera and microphone'}</Link>
      </p>
      {!isSpoken && !usedUp && <QuestionClock clock={clock} question={timed} pace={pace} onPace={onPace} onReady={() => clock?.begin()} />}
      {here === null && standing.kind === 'broken' && <Notice kind="warning" title="This recording cannot be played"><p>{standing.says}</p></Notice>}
      {usedUp && <UsedUp onType={() => kinds.choose('text', position)} />}
      {limits && !usedUp && (
        <TakePanel
          kind={kind} devices={devices} maxSeconds={maxSeconds} retakesLeft={question.retakesLeft}
          parts={wholeHere(parts)} earlier={here?.recording === true ? null : earlierOf(standing, parts)} saving={saving} playedElsewhere
          onNotStarted={notStarted} onRecorded={recorded} {...(heard ? { onHeard: heard } : {})} {...(standing.kind === 'cut_off' ? { onUseAsIs: () => void takes.useAsItIs(standing.recording.takeId) } : {})}
          onBegin={(how, contentType) => { clock?.begin(); return begin(how, contentType); }}
          onTypeInstead={() => kinds.choose('text', position)} {...(kind === 'video' && room.interview.answerKinds.includes('audio') ? { onVoiceAlone: () => kinds.choose('audio', position) } : {})}
          showError={(error) => <Failure title="Nothing was recorded." error={error} />}
        />
      )}
      {here?.parts.at(-1)?.ended === 'time_over' && maxSeconds < (limits?.recording.seconds ?? 0) && <TimeOver spoken onLonger={() => onPace('off')} />}
      {toWrite && writing && <BeingWritten writing={writing} by={by && calledBy(by)} onAgain={() => scribe.again(position)} onTypeInstead={() => scribe.leave(position)} />}
      {toWrite && !writing && <Transcript key={here?.takeId ?? 'before'} room={room} question={question} kind={kind} keeper={keeper} here={here} standing={standing} />}
    </div>
  );
}

function keptInWords({ keeps, recordingOffered, invited }: RoomState['interview'], kind: SpokenKind): string {
  if (!recordingOffered[kind]) return `Recordings are not kept in this interview: ${invited ? `${invited.by} sees what you said in words` : 'what you said is kept in words'}. `;
  return keeps[kind] ? 'What you record now is kept for you. ' : 'What you record now is not kept: it is gone when you leave this page. ';
}

/** Thrown away, or not to be played, and spoken as often as it may be. */
function UsedUp({ onType }: { onType: () => void }) {
  return (
    <Notice kind="info" action={<Button variant="default" size="sm" onClick={onType}>Type this answer</Button>}>
      <p>You have spoken your answer to this question as often as it can be recorded. You can still type it.</p>
    </Notice>
  );
}
