import { type TakeKind } from './take-kind.js';

/** Why there is no camera or microphone: there is none, you said no, something else holds it, this page may not, this browser cannot, it was pulled out. */
export const deviceFaults = ['none', 'denied', 'in_use', 'not_here', 'unsupported', 'unplugged', 'other'] as const;
export type DeviceFaultKind = (typeof deviceFaults)[number];

/** What is asked for: both for video, the microphone alone for a voice answer. `camera` when that alone is missing. */
export type DeviceName = 'camera and microphone' | 'microphone' | 'camera';

/** A device that cannot be had, with the sentence to show. */
export class DeviceFault extends Error {
  readonly says: string;

  constructor(readonly kind: DeviceFaultKind, readonly device: DeviceName) {
    const says = sentences[kind](device);
    super(says);
    this.name = 'DeviceFault';
    this.says = says;
  }
}

export const deviceOf = (kind: TakeKind): DeviceName => (kind === 'video' ? 'camera and microphone' : 'microphone');

const sentences: Readonly<Record<DeviceFaultKind, (device: DeviceName) => string>> = {
  none: (device) => (device === 'camera and microphone' ? 'We found neither a camera nor a microphone here. Plug them in and try again.' : `We found no ${device} here. Plug one in and try again.`),
  denied: (device) => `Your browser was told not to let this page use the ${device}. Allow it at the lock or camera sign beside the address, then try again. If it still fails, look at the privacy settings of your device.`,
  in_use: (device) => `Another program is using the ${device}. Close the call or the program that holds it, then try again.`,
  not_here: (device) => `This page may not use the ${device} here. That happens without a secure connection (https), or inside another site.`,
  unsupported: () => 'This browser cannot record. A current Chrome, Edge, Firefox or Safari can.',
  unplugged: (device) => `The ${device} went away: unplugged, switched off, or no longer allowed. Connect it and try again.`,
  other: (device) => `The ${device} did not start, and your browser does not say why. Try again, or choose another one.`,
};

/** What the browser threw, as the fault it means. `allowed` is whether the page itself may use the device. */
export function faultOf(thrown: unknown, device: DeviceName, allowed: boolean): DeviceFault {
  if (thrown instanceof DeviceFault) return thrown;
  if (!allowed) return new DeviceFault('not_here', device);
  return new DeviceFault(kinds[nameOf(thrown)] ?? 'other', device);
}

const kinds: Readonly<Record<string, DeviceFaultKind>> = {
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotAllowedError: 'denied',
  NotReadableError: 'in_use',
  AbortError: 'in_use',
  SecurityError: 'not_here',
};

const nameOf = (thrown: unknown): string => (typeof thrown === 'object' && thrown !== null && 'name' in thrown ? String(thrown.name) : '');
