import { useEffect, useState, useSyncExternalStore } from 'react';
import { type DevicesNow, OpenDevices } from './open-devices.js';

export type Devices = DevicesNow & Pick<OpenDevices, 'open' | 'close'>;

/** The devices of this page; they are switched off when it is left. */
export function useDevices(): Devices {
  const [devices] = useState(() => new OpenDevices());
  useEffect(() => devices.close, [devices]);
  const now = useSyncExternalStore(devices.subscribe, devices.read);
  return { ...now, open: devices.open, close: devices.close };
}
