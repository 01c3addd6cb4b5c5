import { useSyncExternalStore } from 'react';

/** Whether the browser believes it has a network. */
export const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine, () => true);

function listen(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
