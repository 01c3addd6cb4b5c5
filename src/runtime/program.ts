import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type DayLog } from './day-log.js';

/** A part of the product as a Node program of its own. */
export interface Program {
  /** Name for people and for the log. */
  readonly name: string;
  readonly script: string;
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly log: DayLog;
  /** False for programs whose words are for one pair of eyes: only their faults are logged then. */
  readonly logsItsWords: boolean;
  /** Called with each line it writes. */
  readonly onLine: (line: string) => void;
}

/**
 * Starts a program. It has a process group of its own, so that Ctrl-C reaches the supervisor alone, and a channel to
 * us that closes when we are gone, however we went; what it writes is added to its log.
 */
export function launch({ script, words, environment, log, logsItsWords, onLine }: Program): ChildProcess {
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...words], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      if (logsItsWords || stream === child.stderr) log.write(line);
      onLine(line);
    });
  }
  return child;
}

/** Asks a program to end, ends it after `boundMs`, and takes whatever it started with it. */
export async function end(child: ChildProcess, boundMs: number): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const bound = setTimeout(() => child.kill('SIGKILL'), boundMs);
  await gone;
  clearTimeout(bound);
  endGroup(child.pid);
}

/** Children of a program that is gone have nobody to answer to. */
export function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
