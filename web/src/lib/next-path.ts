import { keepForThisTab, takeFromThisTab } from './tab-storage.js';

const KEY = 'next';

/** Where to go after signing in: a path of this site, or null. A full address, `//host` and `/\host` lead elsewhere and are refused. */
export function safePath(next: unknown, origin: string): string | null {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next)) return null;
  const url = URL.canParse(next, origin) ? new URL(next, origin) : null;
  return url?.origin === origin ? `${url.pathname}${url.search}${url.hash}` : null;
}

/** Carries the way across sign-up and the confirmation of the address, which are pages apart. */
export function rememberNext(next: string | null): void {
  if (next !== null) keepForThisTab(KEY, next);
}

export const takeNext = (origin: string): string | null => safePath(takeFromThisTab(KEY), origin);
