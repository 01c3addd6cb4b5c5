import { isOurs, tabKey, type TabKey } from './stored-keys.js';

/**
 * Small notes that live as long as this tab. Storage can be full or blocked; the pages work without it, so a failure is
 * told to the console and to nobody else.
 */
export function keepForThisTab(key: TabKey, value: string): void {
  attempt(() => sessionStorage.setItem(tabKey(key), value));
}

export const readFromThisTab = (key: TabKey): string | null => attempt(() => sessionStorage.getItem(tabKey(key))) ?? null;

export function forgetInThisTab(key: TabKey): void {
  attempt(() => sessionStorage.removeItem(tabKey(key)));
}

export function takeFromThisTab(key: TabKey): string | null {
  const value = readFromThisTab(key);
  forgetInThisTab(key);
  return value;
}

/** At sign-out nothing of the person may stay behind for the next one at this machine. */
export function forgetThisTab(): void {
  attempt(() => {
    for (const key of Object.keys(sessionStorage)) if (isOurs(key)) sessionStorage.removeItem(key);
  });
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    console.warn('The storage of this tab cannot be used.', error);
    return undefined;
  }
}
