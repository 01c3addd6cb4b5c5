import { useState } from 'react';

/** Which of the rows that are there are ticked. What is no longer there is not. */
export function useSelection(ids: readonly string[]) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = ids.filter((id) => ticked.has(id));
  return {
    chosen,
    has: (id: string): boolean => ticked.has(id),
    toggle: (id: string): void => setTicked(new Set(ticked.has(id) ? [...ticked].filter((other) => other !== id) : [...ticked, id])),
    all: (): void => setTicked(new Set(chosen.length === ids.length ? [] : ids)),
    none: (): void => setTicked(new Set()),
  };
}
