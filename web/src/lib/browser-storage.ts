import { browserKey, type BrowserKey } from './stored-keys.js';

/**
 * Small preferences that stay in this browser: how one likes things, never what one wrote. Storage can be full or
 * blocked; the pages work without it.
 */
export function keepInBrowser(key: BrowserKey, value: string): void {
  attempt(() => localStorage.setItem(browserKey(key), value));
}

export const readFromBrowser = (key: BrowserKey): string | null => attempt(() => localStorage.getItem(browserKey(key))) ?? null;

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    console.warn('The storage of this browser cannot be used.', error);
    return undefined;
  }
}
