import { useEffect } from 'react';

/** The server lets camera and microphone be used by documents of these addresses alone. */
const SPEAKING = /^\/(practice|interviews)(\/|$)/i;
/** And only a document of this address may reach an interviewer who speaks. */
const ROOM = /^\/interviews\/[^/]+\/?$/i;

/**
 * Whether this document may use camera and microphone, where they are wanted. What may be used was settled when the document
 * came, under the address of that time; whoever came here by links from another page has it loaded anew, at once.
 */
export const useDeviceDocument = (wanted: boolean): boolean => useDocumentFrom(SPEAKING, wanted);

/** Whether this document may reach an interviewer who speaks, where that is wanted; as with the devices, else it is loaded anew. */
export const useRoomDocument = (wanted: boolean): boolean => useDocumentFrom(ROOM, wanted);

function useDocumentFrom(addresses: RegExp, wanted: boolean): boolean {
  const ready = !wanted || cameFrom(addresses);
  useEffect(() => {
    if (!ready) window.location.reload();
  }, [ready]);
  return ready;
}

function cameFrom(addresses: RegExp): boolean {
  const [arrival] = performance.getEntriesByType('navigation');
  return arrival === undefined || addresses.test(new URL(arrival.name).pathname);
}
