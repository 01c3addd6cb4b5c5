import { useEffect, useState } from 'react';
import { NoConnectionError, ProblemError } from '../../api/problem.js';
import { writeDown } from '../../api/speech.js';
import { plainWav } from '../../speaking/plain-wav.js';
import { RoomScribe } from './room-scribe.js';

/** Has answers written down for as long as the room is open, and asks before a page is left whose words are not there yet. */
export function useRoomScribe(): RoomScribe {
  const [scribe] = useState(() => new RoomScribe({ plain: plainWav, write: writeDown, mayPass }));
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent): void => { if (scribe.writing() !== '') event.preventDefault(); };
    window.addEventListener('beforeunload', leaving);
    return () => window.removeEventListener('beforeunload', leaving);
  }, [scribe]);
  return scribe;
}

/** Lost on the way, or a server that restarts or is busy; when a provider is away, whoever speaks decides what to do. */
const mayPass = (error: unknown): boolean =>
  error instanceof NoConnectionError || (error instanceof ProblemError && error.problem.status >= 500 && !error.problem.code.startsWith('ai.'));
