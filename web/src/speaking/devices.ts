import { chooseContainer } from './container.js';
import { DeviceFault, deviceOf, faultOf } from './device-fault.js';
import { type TakeKind } from './take-kind.js';

/** Which of several devices, by the id the browser gives them; the browser chooses where none is named. */
export interface DeviceChoice {
  camera?: string;
  microphone?: string;
}

export interface Device {
  id: string;
  label: string;
}

/** Asks for the devices of an answer; the browser asks the person. Rejects with a `DeviceFault`. Whoever opens them closes them. */
export async function openDevices(kind: TakeKind, choice: DeviceChoice = {}): Promise<MediaStream> {
  const device = deviceOf(kind);
  if (!isSecureContext) throw new DeviceFault('not_here', device);
  // Where it is missing the types do not say so: a browser without it, or one that was told to hide it.
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (!media || !chooseContainer(kind)) throw new DeviceFault('unsupported', device);
  try {
    return await media.getUserMedia({ audio: soundOf(choice), video: kind === 'video' && pictureOf(choice) });
  } catch (thrown) {
    throw await named(faultOf(thrown, device, isAllowedHere(kind)), media);
  }
}

export const closeDevices = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());

/** The cameras and microphones to choose from. Browsers give them names only once one of them was allowed. */
export async function listDevices(): Promise<{ cameras: Device[]; microphones: Device[] }> {
  const found = await navigator.mediaDevices.enumerateDevices();
  const of = (kind: MediaDeviceKind, word: string): Device[] =>
    found.filter((device) => device.kind === kind).map(({ deviceId, label }, index) => ({ id: deviceId, label: label === '' ? `${word} ${index + 1}` : label }));
  return { cameras: of('videoinput', 'Camera'), microphones: of('audioinput', 'Microphone') };
}

/** The ids of the devices a stream comes from. */
export function choiceOf(stream: MediaStream): DeviceChoice {
  const camera = stream.getVideoTracks()[0]?.getSettings().deviceId;
  const microphone = stream.getAudioTracks()[0]?.getSettings().deviceId;
  return { ...(camera === undefined ? {} : { camera }), ...(microphone === undefined ? {} : { microphone }) };
}

const soundOf = ({ microphone }: DeviceChoice): MediaTrackConstraints => ({
  echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: { ideal: 1 }, ...(microphone === undefined ? {} : { deviceId: { exact: microphone } }),
});

/** Enough to see a face, and five minutes of it stay far below 100 MB. */
const pictureOf = ({ camera }: DeviceChoice): MediaTrackConstraints => ({
  width: { ideal: 640, max: 1280 }, height: { ideal: 480, max: 720 }, frameRate: { ideal: 24, max: 30 },
  ...(camera === undefined ? { facingMode: 'user' } : { deviceId: { exact: camera } }),
});

/** Says which of the two is missing, when the other one is there. */
async function named(fault: DeviceFault, media: MediaDevices): Promise<DeviceFault> {
  if (fault.kind !== 'none' || fault.device !== 'camera and microphone') return fault;
  const there = await media.enumerateDevices().catch(() => []);
  const has = (kind: MediaDeviceKind): boolean => there.some((device) => device.kind === kind);
  if (has('audioinput') && !has('videoinput')) return new DeviceFault('none', 'camera');
  return has('videoinput') && !has('audioinput') ? new DeviceFault('none', 'microphone') : fault;
}

/** Browsers throw the same error for a page that may not ask as for a person who said no; some tell which it was. */
function isAllowedHere(kind: TakeKind): boolean {
  const policy = (document as Document & { featurePolicy?: { allowsFeature: (feature: string) => boolean } }).featurePolicy;
  const needed = kind === 'video' ? ['camera', 'microphone'] : ['microphone'];
  return policy === undefined || needed.every((feature) => policy.allowsFeature(feature));
}
