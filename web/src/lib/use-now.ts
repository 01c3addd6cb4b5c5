import { useEffect, useState } from 'react';

/** The present moment in milliseconds, anew every minute: what a countdown needs. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
