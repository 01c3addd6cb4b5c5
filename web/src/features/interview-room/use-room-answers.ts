import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Interview } from '../../api/schema.js';
import { draftStore } from './draft-store.js';
import { RoomAnswers } from './room-answers.js';
import { saveOverHttp } from './save-over-http.js';

/** Keeps the answers for as long as the room is open, and saves when the page is hidden, left, or online again. */
export function useRoomAnswers(interview: Interview): RoomAnswers {
  const queryClient = useQueryClient();
  const { id, questions } = interview;
  const [answers] = useState(() => new RoomAnswers(questions, (position) => draftStore(id, position), (position) => saveOverHttp(queryClient, id, position)));
  useEffect(() => answers.adopt(questions), [answers, questions]);
  useEffect(() => watchPage(answers), [answers]);
  return answers;
}

/** The positions that have a text now, saved or not. */
export function useAnswered(answers: RoomAnswers): ReadonlySet<number> {
  const answered = useSyncExternalStore(answers.subscribe, answers.answered);
  return new Set(answered.split(',').filter(Boolean).map(Number));
}

function watchPage(answers: RoomAnswers): () => void {
  const hidden = (): void => { if (document.visibilityState === 'hidden') void answers.flush(true); };
  const online = (): void => void answers.flush();
  const leaving = (event: BeforeUnloadEvent): void => { if (answers.isStuck()) event.preventDefault(); };
  document.addEventListener('visibilitychange', hidden);
  window.addEventListener('pagehide', hidden);
  window.addEventListener('online', online);
  window.addEventListener('beforeunload', leaving);
  return () => {
    document.removeEventListener('visibilitychange', hidden);
    window.removeEventListener('pagehide', hidden);
    window.removeEventListener('online', online);
    window.removeEventListener('beforeunload', leaving);
    void answers.flush(true);
  };
}
