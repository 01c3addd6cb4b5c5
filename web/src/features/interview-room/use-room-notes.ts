import { useEffect, useRef, useState } from 'react';
import { noteFacts } from '../../api/commands.js';
import { type Interview } from '../../api/schema.js';
import { newId } from '../../lib/new-id.js';
import { RoomNotes } from './room-notes.js';

const EVERY_MS = 30_000;

/** Counts leaving the page and pasting, by question, in an invited interview and nowhere else. `position`: the question that is open. */
export function useRoomNotes({ id, invited }: Interview, position: number | null): void {
  const [notes] = useState(() => notesOf(id));
  const place = useRef(position);
  useEffect(() => {
    place.current = position;
    // Submitting is one step from here, and nothing is taken in behind it.
    if (position === null) void notes.flush();
  }, [notes, position]);
  const isInvited = invited !== null;
  useEffect(() => (isInvited ? watchPage(notes, () => place.current) : undefined), [notes, isInvited]);
}

function notesOf(id: string): RoomNotes {
  const visit = newId();
  return new RoomNotes((notes, leavingPage) => noteFacts(id, { visit, notes: [...notes] }, leavingPage));
}

function watchPage(notes: RoomNotes, place: () => number | null): () => void {
  const hidden = (): void => {
    const position = place();
    if (document.visibilityState !== 'hidden') return;
    if (position !== null) notes.left(position);
    void notes.flush(true);
  };
  const pasted = (event: ClipboardEvent): void => {
    const position = place();
    if (position !== null && event.target instanceof HTMLTextAreaElement) notes.pasted(position, event.clipboardData?.getData('text').length ?? 0);
  };
  const timer = setInterval(() => void notes.flush(), EVERY_MS);
  document.addEventListener('visibilitychange', hidden);
  document.addEventListener('paste', pasted);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', hidden);
    document.removeEventListener('paste', pasted);
    void notes.flush();
  };
}
