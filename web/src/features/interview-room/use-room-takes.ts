import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { interviewQuery } from '../../api/queries.js';
import { beginTake, chunkPost, saveDelivery } from '../../api/recordings.js';
import { type Interview } from '../../api/schema.js';
import { ChunkDatabase } from '../../speaking/chunk-database.js';
import { ChunkKeeper } from '../../speaking/chunk-keeper.js';
import { RoomTakes } from './room-takes.js';

/** One for all rooms of this page: what is on its way goes on after leaving the room. */
const keeper = new ChunkKeeper(chunkPost, new ChunkDatabase());

/** Keeps the takes for as long as the room is open, tries again when the network is back, and asks before a page is left that records. */
export function useRoomTakes({ id }: Interview): RoomTakes {
  const queryClient = useQueryClient();
  const [takes] = useState(() => new RoomTakes(keeper, {
    begin: (position, body) => beginTake(id, position, body),
    deliver: saveDelivery,
    changed: () => void queryClient.invalidateQueries({ queryKey: interviewQuery(id).queryKey }),
  }));
  useEffect(() => watchPage(takes), [takes]);
  return takes;
}

function watchPage(takes: RoomTakes): () => void {
  const close = takes.open();
  const leaving = (event: BeforeUnloadEvent): void => { if (takes.isRecording() || keeper.unsafe() > 0) event.preventDefault(); };
  window.addEventListener('online', keeper.wake);
  window.addEventListener('beforeunload', leaving);
  return () => {
    window.removeEventListener('online', keeper.wake);
    window.removeEventListener('beforeunload', leaving);
    close();
  };
}
