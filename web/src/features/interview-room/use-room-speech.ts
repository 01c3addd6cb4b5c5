import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Speech, speechQuery } from '../../api/speech.js';
import { keepInBrowser, readFromBrowser } from '../../lib/browser-storage.js';

const KEY = 'server-writes';
const NOBODY: Speech = { transcribers: [], voices: [] };

export interface RoomSpeech {
  /** Who writes down and reads aloud here, and whom the candidate lets; null while it is not known. */
  readonly speech: Speech | null;
  /** What runs on this server needs no consent, and can be switched off in this browser all the same. */
  readonly onServerWrites: (on: boolean) => void;
}

export function useRoomSpeech(): RoomSpeech {
  const { data, isError } = useQuery(speechQuery);
  const [serverWrites, setServerWrites] = useState(() => readFromBrowser(KEY) !== 'off');
  // Where it cannot be learned, the device and the candidate do as if nobody were there.
  const known = data ?? (isError ? NOBODY : null);
  return {
    speech: known && { ...known, transcribers: known.transcribers.map((each) => (each.staysHere ? { ...each, allowed: serverWrites } : each)) },
    onServerWrites: (on) => { setServerWrites(on); keepInBrowser(KEY, on ? 'on' : 'off'); },
  };
}
