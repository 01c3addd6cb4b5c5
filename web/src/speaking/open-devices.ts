import { DeviceFault, deviceOf, faultOf } from './device-fault.js';
import { choiceOf, closeDevices, type Device, type DeviceChoice, listDevices, openDevices } from './devices.js';
import { type TakeKind } from './take-kind.js';

export interface DevicesNow {
  readonly stream: MediaStream | null;
  readonly fault: DeviceFault | null;
  readonly opening: boolean;
  readonly cameras: readonly Device[];
  readonly microphones: readonly Device[];
  readonly choice: DeviceChoice;
}

const CLOSED: DevicesNow = { stream: null, fault: null, opening: false, cameras: [], microphones: [], choice: {} };

/** The camera and microphone a page holds, or why it has none. Whoever closes the page closes them. */
export class OpenDevices {
  private now = CLOSED;
  private asked = 0;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): DevicesNow => this.now;

  /** Opens what this kind of answer needs, in the place of what was open: a phone opens one camera at a time. Until it is there the old, dark picture stays, so that nothing on the page jumps. */
  readonly open = async (kind: TakeKind, choice: DeviceChoice = this.now.choice): Promise<void> => {
    this.release();
    this.show({ opening: true, fault: null, choice });
    const asked = ++this.asked;
    try {
      const stream = await openDevices(kind, choice);
      if (asked !== this.asked) return closeDevices(stream);
      this.watch(stream, kind);
      this.show({ stream, opening: false, choice: choiceOf(stream) });
      this.list();
    } catch (thrown) {
      // A device that was chosen and is gone must not be asked for again.
      if (asked === this.asked) this.show({ stream: null, opening: false, fault: faultOf(thrown, deviceOf(kind), true), choice: {} });
    }
  };

  readonly close = (): void => {
    this.asked += 1;
    this.release();
    this.show({ stream: null, opening: false, fault: null });
  };

  private watch(stream: MediaStream, kind: TakeKind): void {
    const lost = (): void => {
      if (this.now.stream !== stream) return;
      this.release();
      this.show({ stream: null, fault: new DeviceFault('unplugged', deviceOf(kind)), choice: {} });
    };
    for (const track of stream.getTracks()) track.addEventListener('ended', lost, { once: true });
    navigator.mediaDevices.addEventListener('devicechange', this.list);
  }

  private readonly list = (): void => {
    void listDevices().then((devices) => this.show(devices));
  };

  private release(): void {
    if (!this.now.stream) return;
    navigator.mediaDevices.removeEventListener('devicechange', this.list);
    closeDevices(this.now.stream);
  }

  private show(change: Partial<DevicesNow>): void {
    this.now = { ...this.now, ...change };
    for (const listener of this.listeners) listener();
  }
}
