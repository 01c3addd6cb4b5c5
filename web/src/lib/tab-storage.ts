const PREFIX = 'viva-voce:';

/**
 * Small notes that live as long as this tab. Storage can be full or blocked; the pages work without it, so a failure is
 * told to the console and to nobody else.
 */
export function keepForThisTab(key: string, value: string): void {
  attempt(() => sessionStorage.setItem(PREFIX + key, value));
}

export const readFromThisTab = (key: string): string | null => attempt(() => sessionStorage.getItem(PREFIX + key)) ?? null;

export function forgetInThisTab(key: string): void {
  attempt(() => sessionStorage.removeItem(PREFIX + key));
}

export function takeFromThisTab(key: string): string | null {
  const value = readFromThisTab(key);
  forgetInThisTab(key);
  return value;
}

/** At sign-out nothing of the person may stay behind for the next one at this machine. */
export function forgetThisTab(): void {
  attempt(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
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
