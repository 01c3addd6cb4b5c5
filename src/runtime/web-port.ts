import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPortFree } from './free-port.js';
import { ProcessLock } from './process-lock.js';

const TRIES = 100;

/** The port of the web server, spoken for so that another copy starting at the same time takes the next. */
export interface WebPort {
  readonly port: number;
  release(): void;
}

/** Speaks for the first free port from `first` on; `only` that one when the person asked for it. */
export async function takeWebPort(first: number, only: boolean, host: string): Promise<WebPort> {
  for (let port = first; port < Math.min(first + (only ? 1 : TRIES), 65_536); port += 1) {
    const lock = speakFor(port);
    if (!lock) continue;
    if (await isPortFree(port, host)) return { port, release: () => lock.release() };
    lock.release();
  }
  throw new Error(only
    ? `Port ${first} is taken by another program. Choose another, or leave --port out and the next free one is taken.`
    : `No port from ${first} to ${first + TRIES - 1} is free. Choose one with: npm start -- --port N`);
}

function speakFor(port: number): ProcessLock | undefined {
  try {
    const lock = ProcessLock.take(join(tmpdir(), `viva-voce-port-${port}.lock`), String(port));
    return lock instanceof ProcessLock ? lock : undefined;
  } catch (error) {
    // The dead lock of another user cannot be taken away: leave that port to them.
    if (['EPERM', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
