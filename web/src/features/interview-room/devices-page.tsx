import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { interviewQuery } from '../../api/queries.js';
import { type AnswerKind, type SpokenKind } from '../../api/schema.js';
import { type SpeechHelper, speechQuery } from '../../api/speech.js';
import { ConsentSwitch } from '../../consent/consent-switch.js';
import { ConsentToEach } from '../../consent/consent-to-each.js';
import { DevicePicker } from '../../speaking/device-picker.js';
import { DeviceSpeechOffer } from '../../speaking/device-speech-offer.js';
import { PageHeading } from '../../ui/page-heading.js';
import { KindSwitch } from './kind-switch.js';
import { transcriberOf } from './speech-helpers.js';
import styles from './spoken.module.css';
import { type RoomState } from './use-room.js';

const titles: Readonly<Record<AnswerKind, string>> = { video: 'Check your camera and microphone', audio: 'Check your microphone', text: 'You type your answers' };

function leadOf(kind: AnswerKind, by: SpeechHelper | null): string {
  if (kind === 'text') return 'You can speak a question all the same: choose it there, or here for all of them.';
  const who = by === null || by.staysHere ? 'Nobody sees or hears you but you.' : `Nobody sees you but you, and only ${by.name} hears your answers, to write them down.`;
  return `${who} You can come back here from every question.`;
}

/** Before anything is asked: whether one is seen and heard, and whether any of it is kept. */
export function DevicesPage({ room, onDone }: { room: RoomState; onDone: () => void }) {
  const { interview, kinds, devices } = room;
  const kind = kinds.usual;
  const type = (): void => { kinds.choose('text'); onDone(); };
  return (
    <>
      <PageHeading title={titles[kind]} lead={leadOf(kind, transcriberOf(room.speech))}>{titles[kind]}</PageHeading>
      <KindSwitch name="How you answer" kind={kind} offered={interview.answerKinds} disabled={false} onChoose={(chosen) => kinds.choose(chosen)} />
      {kind !== 'text' && (
        <div className={styles.devices}>
          <DevicePicker kind={kind} devices={devices} onTypeInstead={type} {...(kind === 'video' && interview.answerKinds.includes('audio') ? { onVoiceAlone: () => kinds.choose('audio') } : {})} />
          <section className={styles.transcriber} aria-labelledby="transcriber">
            <h2 id="transcriber">Who writes down what you say</h2>
            <WhoWrites room={room} />
          </section>
          {interview.recordingOffered[kind] && <Keep id={interview.id} kind={kind} />}
        </div>
      )}
      <div className={styles.choices}>
        <Button disabled={kind !== 'text' && devices.stream === null} onClick={onDone}>Go on</Button>
      </div>
    </>
  );
}

/** Whoever writes down what is said: somebody who was allowed to, this server, this device, or oneself. */
function WhoWrites({ room: { speech, onServerWrites } }: { room: RoomState }) {
  const queryClient = useQueryClient();
  if (speech === null) return null;
  const by = transcriberOf(speech);
  const server = speech.transcribers.find(({ staysHere }) => staysHere);
  const others = speech.transcribers.filter(({ staysHere }) => !staysHere).map(({ provider, name }) => ({ scope: provider, name, does: 'Here, it writes down what you say.' }));
  return (
    <>
      {by === null && <DeviceSpeechOffer />}
      {server && (
        <label className={styles.serverWrites}>
          <input type="checkbox" checked={server.allowed} onChange={(event) => onServerWrites(event.currentTarget.checked)} />
          <span>Let this server write it down, with Whisper. The sound is sent here, heard once and not kept; nobody else hears it. You read the words then, and put right what was misheard.</span>
        </label>
      )}
      {others.length > 0 && (
        <ConsentToEach purpose="ai_processing" recipients={others} onChanged={() => void queryClient.invalidateQueries({ queryKey: speechQuery.queryKey })}>
          <p className={styles.soft}>The sound of each answer is sent once, without a picture, and none of it is kept here for that. You read the words then, and put right what was misheard.</p>
        </ConsentToEach>
      )}
    </>
  );
}

/** The consent of this one interview to keep what is spoken in it; off unless it is switched on. */
function Keep({ id, kind }: { id: string; kind: SpokenKind }) {
  const queryClient = useQueryClient();
  const changed = (): void => void queryClient.invalidateQueries({ queryKey: interviewQuery(id).queryKey });
  return (
    <ConsentSwitch key={kind} purpose={kind === 'video' ? 'recording' : 'audio_replay'} scope={id} onChanged={changed}>
      <p className={styles.soft}>You can change this at any time. An answer that you record while it is off is not kept, and cannot be kept afterwards; its text is, and when you spoke and paused.</p>
    </ConsentSwitch>
  );
}
