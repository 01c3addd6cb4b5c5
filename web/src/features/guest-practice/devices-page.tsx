import { Button } from '@mantine/core';
import { type AnswerKind } from '../../api/schema.js';
import { DevicePicker } from '../../speaking/device-picker.js';
import { DeviceSpeechOffer } from '../../speaking/device-speech-offer.js';
import { type Devices } from '../../speaking/use-devices.js';
import { PageHeading } from '../../ui/page-heading.js';
import { type GuestParts } from './guest-parts.js';
import styles from './guest-practice.module.css';
import { type GuestInterview } from './use-guest-interview.js';

interface Props {
  interview: GuestInterview;
  devices: Devices;
  KindSwitch: GuestParts['KindSwitch'];
}

const titles: Readonly<Record<AnswerKind, string>> = { video: 'Check your camera and microphone', audio: 'Check your microphone', text: 'You type your answers' };

/** Before anything is asked: whether one is seen and heard. */
export function DevicesPage({ interview: { usualKind: kind, chooseKind, go }, devices, KindSwitch }: Props) {
  return (
    <>
      <PageHeading title={titles[kind]} lead="Nobody sees or hears you but you: what you record stays in this page.">{titles[kind]}</PageHeading>
      <KindSwitch name="How you answer" kind={kind} disabled={false} onChoose={(chosen) => chooseKind(chosen)} />
      {kind !== 'text' && (
        <div className={styles.devices}>
          <DevicePicker kind={kind} devices={devices} onTypeInstead={() => { chooseKind('text'); go(1); }} {...(kind === 'video' ? { onVoiceAlone: () => chooseKind('audio') } : {})} />
          <DeviceSpeechOffer />
        </div>
      )}
      <div className={styles.actions}><Button disabled={kind !== 'text' && devices.stream === null} onClick={() => go(1)}>Go on to question 1</Button></div>
    </>
  );
}
