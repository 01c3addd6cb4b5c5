import { Button } from '@mantine/core';
import { IconPlayerRecordFilled } from '@tabler/icons-react';
import { DevicePicker } from './device-picker.js';
import { LevelMeter } from './level-meter.js';
import { LivePicture } from './live-picture.js';
import { type TakeKind } from './take-kind.js';
import { showElapsed } from './take-words.js';
import styles from './take.module.css';
import { type Devices } from './use-devices.js';
import { type Beginning, type Taping } from './use-taping.js';

interface Props {
  kind: TakeKind;
  devices: Devices;
  taping: Taping;
  how: Beginning;
  /** Why there is no device is said elsewhere already. */
  explained?: boolean;
  onTypeInstead: () => void;
  onVoiceAlone?: () => void;
}

/** Before it records. Without a device it is turned on here first. */
export function TakeReady({ kind, devices, taping, how, explained = false, onTypeInstead, onVoiceAlone }: Props) {
  if (!devices.stream) return <DevicePicker kind={kind} devices={devices} explained={explained} onTypeInstead={onTypeInstead} {...(onVoiceAlone ? { onVoiceAlone } : {})} />;
  const seconds = taping.secondsFor(how);
  return (
    <>
      {kind === 'video' && <LivePicture stream={devices.stream} />}
      <LevelMeter stream={devices.stream} />
      <div className={styles.actions}>
        <Button
          leftSection={<IconPlayerRecordFilled size={18} aria-hidden />} loading={taping.beginning} disabled={devices.opening || seconds <= 0} onClick={() => taping.begin(how)}
        >
          {how === 'go_on' ? 'Go on recording' : 'Record'}
        </Button>
        <Button variant="subtle" onClick={onTypeInstead}>Type instead</Button>
        {seconds > 0 && <p className={styles.soft}>Up to {showElapsed(seconds * 1000)}{how === 'go_on' ? ' more' : ''}</p>}
      </div>
    </>
  );
}
