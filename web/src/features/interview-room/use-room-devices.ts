import { useEffect, useRef } from 'react';
import { type AnswerKind, type SpokenKind } from '../../api/schema.js';
import { type Devices } from '../../speaking/use-devices.js';

/** What a stream was opened for. */
const kindOfStream = (stream: MediaStream): SpokenKind => (stream.getVideoTracks().length > 0 ? 'video' : 'audio');

/** Turns the devices off where nothing is spoken and on again where something is, once they had been turned on; a voice needs no camera. */
export function useDevicesAsNeeded({ stream, opening, open, close }: Devices, wanted: AnswerKind): void {
  const paused = useRef(false);
  useEffect(() => {
    if (opening) return;
    if (wanted === 'text') {
      paused.current ||= stream !== null;
      if (stream !== null) close();
      return;
    }
    if (!paused.current && (stream === null || kindOfStream(stream) === wanted)) return;
    paused.current = false;
    void open(wanted);
  }, [stream, opening, wanted, open, close]);
}
