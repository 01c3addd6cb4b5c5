import { useEffect, useRef, useState } from 'react';
import { Examiner } from './examiner.js';

/** What is asked of the thread of this page needs no network, and nothing of it stays when the page goes. */
export const alone = { retry: false, networkMode: 'always', gcTime: 0 } as const;

/** The thread lives as long as the page. */
export function useExaminer(): Examiner | null {
  const [examiner, setExaminer] = useState<Examiner | null>(null);
  const started = useRef<Examiner | null>(null);
  useEffect(() => {
    started.current = new Examiner();
    setExaminer(started.current);
    return () => started.current?.end();
  }, []);
  return examiner;
}
