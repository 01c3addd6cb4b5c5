import { Button } from '@mantine/core';
import { IconMicrophone, IconVideo } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { capital } from '../lib/format.js';
import { Notice } from '../ui/notice.js';
import { type DeviceFault, deviceOf } from './device-fault.js';
import { type Device } from './devices.js';
import styles from './devices.module.css';
import { LevelMeter } from './level-meter.js';
import { LivePicture } from './live-picture.js';
import { type TakeKind } from './take-kind.js';
import { type Devices } from './use-devices.js';
import { useLostFocus } from './use-lost-focus.js';

interface Props {
  kind: TakeKind;
  devices: Devices;
  onTypeInstead: () => void;
  /** For a video answer: do without the camera. */
  onVoiceAlone?: () => void;
  /** What happened is said elsewhere already. */
  explained?: boolean;
  /** Beside the picture, once it is there. */
  children?: ReactNode;
}

/** Turns camera and microphone on, shows that they work, and says what to do where they do not. Typing is always one press away. */
export function DevicePicker({ kind, devices, onTypeInstead, onVoiceAlone, explained = false, children }: Props) {
  const others = (
    <>
      {kind === 'video' && onVoiceAlone && <Button variant="default" onClick={onVoiceAlone}>Answer with your voice alone</Button>}
      <Button variant="subtle" onClick={onTypeInstead}>Type instead</Button>
    </>
  );
  if (devices.stream) return <Working kind={kind} devices={devices} stream={devices.stream} others={others}>{children}</Working>;
  if (devices.fault) return <Faulty kind={kind} fault={devices.fault} onAgain={() => void devices.open(kind)} busy={devices.opening} others={others} explained={explained && devices.fault.kind === 'unplugged'} />;
  const Icon = kind === 'video' ? IconVideo : IconMicrophone;
  return (
    <div className={styles.picker}>
      <p>Your browser asks you whether this page may use your {deviceOf(kind)}. Nothing is recorded before you press “Record”.</p>
      <div className={styles.actions}>
        <Button leftSection={<Icon size={18} stroke={1.5} aria-hidden />} loading={devices.opening} onClick={() => void devices.open(kind)}>Turn on your {deviceOf(kind)}</Button>
        {others}
      </div>
      <p role="status" className="visually-hidden">{devices.opening ? 'Your browser is asking you.' : ''}</p>
    </div>
  );
}

interface FaultyProps {
  kind: TakeKind;
  fault: DeviceFault;
  explained: boolean;
  onAgain: () => void;
  busy: boolean;
  others: ReactNode;
}

function Faulty({ kind, fault, explained, onAgain, busy, others }: FaultyProps) {
  const place = useLostFocus();
  const again = fault.kind !== 'unsupported' && fault.kind !== 'not_here';
  return (
    <div ref={place} tabIndex={-1} className={styles.picker}>
      {!explained && <Notice kind="failure" title={`No ${kind === 'video' ? 'picture and sound' : 'sound'} yet`}><p>{fault.says}</p></Notice>}
      <div className={styles.actions}>
        {again && <Button loading={busy} onClick={onAgain}>Try again</Button>}
        {others}
      </div>
    </div>
  );
}

function Working({ kind, devices, stream, others, children }: { kind: TakeKind; devices: Devices; stream: MediaStream; others: ReactNode; children: ReactNode }) {
  const { cameras, microphones, choice } = devices;
  const place = useLostFocus();
  const choose = (change: typeof choice): void => void devices.open(kind, { ...choice, ...change });
  return (
    <div ref={place} tabIndex={-1} className={styles.picker}>
      <div className={styles.working} data-kind={kind}>
        {kind === 'video' && <LivePicture stream={stream} />}
        <div className={styles.settings}>
          {kind === 'video' && <Choice label="Camera" devices={cameras} chosen={choice.camera} onChoose={(camera) => choose({ camera })} />}
          <Choice label="Microphone" devices={microphones} chosen={choice.microphone} onChoose={(microphone) => choose({ microphone })} />
          <LevelMeter stream={stream} says />
          {children}
        </div>
      </div>
      <div className={styles.actions}>
        {others}
        <Button variant="subtle" onClick={devices.close}>{capital(`turn off your ${deviceOf(kind)}`)}</Button>
      </div>
    </div>
  );
}

function Choice({ label, devices, chosen, onChoose }: { label: string; devices: readonly Device[]; chosen: string | undefined; onChoose: (id: string) => void }) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={chosen ?? ''} onChange={(event) => onChoose(event.currentTarget.value)}>
        {devices.map((device) => <option key={device.id} value={device.id}>{device.label}</option>)}
      </select>
    </div>
  );
}
