import { useEffect } from 'react';

/** The server lets camera and microphone be used by documents of these addresses alone. */
const ALLOWED = /^\/(practice|interviews)(\/|$)/;

/**
 * Whether this document may use camera and microphone, where they are wanted. What may be used was settled when the document
 * came, under the address of that time; whoever came here by links from another page has it loaded anew, at once.
 */
export function useDeviceDocument(wanted: boolean): boolean {
  const ready = !wanted || mayUseDevices();
  useEffect(() => {
    if (!ready) window.location.reload();
  }, [ready]);
  return ready;
}

function mayUseDevices(): boolean {
  const [arrival] = performance.getEntriesByType('navigation');
  return arrival === undefined || ALLOWED.test(new URL(arrival.name).pathname);
}
