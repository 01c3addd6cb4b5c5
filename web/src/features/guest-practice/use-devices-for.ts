import { useEffect } from 'react';
import { type AnswerKind } from '../../api/schema.js';
import { type Devices } from '../../speaking/use-devices.js';

/** Turns the devices off where nothing is spoken; a voice needs no camera. */
export function useDevicesFor({ stream, opening, open, close }: Devices, kind: AnswerKind): void {
  useEffect(() => {
    if (stream === null || opening) return;
    if (kind === 'text') close();
    else if ((stream.getVideoTracks().length > 0) !== (kind === 'video')) void open(kind);
  }, [stream, opening, open, close, kind]);
}
