import { type LimitedChild } from './limited-child.js';

/** How long it may take, and how many bytes it may say. */
export interface Patience {
  readonly milliseconds: number;
  readonly mostOutput: number;
}

/**
 * Gives a child its bytes and waits for its end: the line it said after `ready` ('' when it said nothing, or too much), or
 * null when its time ran out. A child that never got ready is our fault and throws.
 */
export function askChild({ process: child, stdin, stdout }: LimitedChild, bytes: Uint8Array, { milliseconds, mostOutput }: Patience): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const output: Buffer[] = [];
    let [length, isLate] = [0, false];
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, milliseconds);
    stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > mostOutput) child.kill('SIGKILL');
      else output.push(chunk);
    });
    // It may answer and leave before it has taken all the bytes; what it answered counts.
    stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      const [ready, answer = ''] = Buffer.concat(output).toString('utf8').split('\n');
      if (isLate) resolve(null);
      else if (ready !== 'ready') reject(new Error('The child process did not start'));
      else resolve(length > mostOutput ? '' : answer);
    });
    stdin.end(bytes);
  });
}
