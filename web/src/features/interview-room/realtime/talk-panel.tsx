import { Button } from '@mantine/core';
import { IconMicrophone, IconMicrophoneOff, IconPhoneOff } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useLostFocus } from '../../../speaking/use-lost-focus.js';
import { ConflictChoice } from '../conflict-choice.js';
import { nameOf } from '../question-name.js';
import roomStyles from '../room.module.css';
import { SaveState } from '../save-state.js';
import { type RoomState } from '../use-room.js';
import { CaptionsLog } from './captions-log.js';
import styles from './realtime.module.css';
import { type Ask } from './talk-messages.js';
import { type ConversationHere } from './use-conversation.js';

/** A conversation that is under way: the question that is open, who speaks, what is said, and how to stop. */
export function TalkPanel({ room, talk, name }: { room: RoomState; talk: ConversationHere; name: string }) {
  const { phase, asked, muted, captions } = talk;
  const place = useLostFocus();
  return (
    <div className={styles.panel} ref={place} tabIndex={-1} role="group" aria-label="The conversation">
      {asked && <AskedNow asked={asked} />}
      <p className={styles.state} data-speaking={talk.speaking ?? 'nobody'}>{stateInWords(talk)}</p>
      {/* Who speaks can be heard; what cannot is said. */}
      <p role="status" className="visually-hidden">{phase !== 'open' || muted ? stateInWords({ ...talk, speaking: null }) : ''}</p>
      <div className={styles.controls}>
        <Button
          variant="default" disabled={phase !== 'open'} onClick={() => talk.mute(!muted)}
          leftSection={muted ? <IconMicrophoneOff size={18} stroke={1.5} aria-hidden /> : <IconMicrophone size={18} stroke={1.5} aria-hidden />}
        >
          {muted ? 'Unmute' : 'Mute'}
        </Button>
        <Button variant="default" disabled={phase !== 'open'} onClick={talk.interrupt}>Interrupt</Button>
        <Button variant="default" disabled={phase !== 'open'} onClick={talk.next}>Next question</Button>
        <Button variant="default" leftSection={<IconPhoneOff size={18} stroke={1.5} aria-hidden />} onClick={talk.end}>End the conversation</Button>
      </div>
      <CaptionsLog captions={captions} name={name} />
      {asked && <Saved key={asked.position} room={room} position={asked.position} />}
    </div>
  );
}

function AskedNow({ asked: { position, number, of, text, isFollowUp } }: { asked: Ask }) {
  return (
    <div>
      <h2 className={roomStyles.number}>{isFollowUp ? nameOf({ position, follows: number }) : `${nameOf({ position, follows: null })} of ${of}`}</h2>
      <p className={roomStyles.question}>{text}</p>
    </div>
  );
}

/** Whether what was said to the question that is open is safe. */
function Saved({ room: { answers }, position }: { room: RoomState; position: number }) {
  const keeper = answers.at(position);
  const { text, status } = useSyncExternalStore(keeper.subscribe, keeper.read);
  return (
    <>
      {status.kind === 'conflict' && <ConflictChoice mine={text} theirs={status.theirs} onChoose={(choice) => void keeper.resolve(choice)} />}
      <div className={roomStyles.below}><SaveState status={status} onRetry={() => void keeper.flush()} /></div>
    </>
  );
}

function stateInWords({ phase, muted, speaking }: ConversationHere): string {
  if (phase === 'connecting') return 'Calling the interviewer. Your browser may ask for your microphone.';
  if (phase === 'closing') return 'The interviewer says goodbye.';
  if (phase === 'ending') return 'Nobody hears you any more. What you said last is being written down.';
  if (speaking === 'interviewer') return 'The interviewer is speaking. Speak, or press Interrupt, to stop it.';
  if (muted) return 'You are muted. The interviewer hears nothing.';
  return speaking === 'candidate' ? 'You are speaking.' : 'The interviewer is listening.';
}
