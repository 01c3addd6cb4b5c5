import { useEffect } from 'react';

/** The title that tells tabs apart; "Error: " first, so that a screen reader hears it before all else. */
export function useTitle(title: string, failed = false): void {
  useEffect(() => {
    document.title = `${failed ? 'Error: ' : ''}${title} · Viva Voce`;
  }, [title, failed]);
}
