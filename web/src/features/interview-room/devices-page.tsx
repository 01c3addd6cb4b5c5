import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { interviewQuery } from '../../api/queries.js';
import { type AnswerKind, type SpokenKind } from '../../api/schema.js';
import { ConsentSwitch } from '../../consent/consent-switch.js';
import { DevicePicker } from '../../speaking/device-picker.js';
import { DeviceSpeechOffer } from '../../speaking/device-speech-offer.js';
import { PageHeading } from '../../ui/page-heading.js';
import { KindSwitch } from './kind-switch.js';
import styles from './spoken.module.css';
import { type RoomState } from './use-room.js';

const titles: Readonly<Record<AnswerKind, string>> = { video: 'Check your camera and microphone', audio: 'Check your microphone', text: 'You type your answers' };

/** Before anything is asked: whether one is seen and heard, and whether any of it is kept. */
export function DevicesPage({ room: { interview, kinds, devices }, onDone }: { room: RoomState; onDone: () => void }) {
  const kind = kinds.usual;
  const type = (): void => { kinds.choose('text'); onDone(); };
  return (
    <>
      <PageHeading title={titles[kind]} lead={kind === 'text' ? 'You can speak a question all the same: choose it there, or here for all of them.' : 'Nobody sees or hears you but you. You can come back here from every question.'}>{titles[kind]}</PageHeading>
      <KindSwitch name="How you answer" kind={kind} disabled={false} onChoose={(chosen) => kinds.choose(chosen)} />
      {kind !== 'text' && (
        <div className={styles.devices}>
          <DevicePicker kind={kind} devices={devices} onTypeInstead={type} {...(kind === 'video' ? { onVoiceAlone: () => kinds.choose('audio') } : {})} />
          <section className={styles.transcriber} aria-labelledby="transcriber">
            <h2 id="transcriber">Who writes down what you say</h2>
            <DeviceSpeechOffer />
          </section>
          <Keep id={interview.id} kind={kind} />
        </div>
      )}
      <div className={styles.choices}>
        <Button disabled={kind !== 'text' && devices.stream === null} onClick={onDone}>Go on</Button>
      </div>
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
