import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type TestDatabase } from '../../test/support/database.js';
import { SECRET } from '../../test/support/world.js';

export type Sweep = 'interviews' | 'aiRuns' | 'notes' | 'mails' | 'signIns' | 'counters' | 'views' | 'files';

/** What the worker is told: one sweep, with the rests between its batches or without. */
export interface Order {
  readonly sweep: Sweep;
  readonly isRestless: boolean;
}

export interface Answer {
  readonly sweep: Sweep;
  readonly ms: number;
  readonly fault?: string;
}

export interface Sweeper {
  /** Runs one sweep; milliseconds. */
  sweep(order: Order): Promise<number>;
  end(): Promise<void>;
}

/** Starts a worker on a database, whose files lie in `folder`. */
export async function startSweeper(database: TestDatabase, folder: string): Promise<Sweeper> {
  const child = fork(join(import.meta.dirname, 'sweeper-process.ts'), [], {
    execArgv: ['--import', join(import.meta.dirname, '../../test/support/typescript.mjs')],
    env: { PATH: process.env.PATH, NODE_ENV: 'test', SECRET, DATABASE_URL: database.applicationUrl, PUBLIC_URL: 'http://localhost:1', LOG_LEVEL: 'silent', STORAGE_DIR: folder },
  });
  const gone = once(child, 'exit').then(() => Promise.reject(new Error('The sweeping worker ended')));
  gone.catch(() => undefined);
  await Promise.race([once(child, 'message'), gone]);
  return {
    async sweep(order) {
      const answered = new Promise<Answer>((resolve) => {
        child.on('message', function hear(answer: Answer) {
          if (answer.sweep !== order.sweep) return;
          child.off('message', hear);
          resolve(answer);
        });
      });
      child.send(order);
      const { ms, fault } = await Promise.race([answered, gone]);
      if (fault !== undefined) throw new Error(fault);
      return ms;
    },
    async end() {
      child.kill('SIGKILL');
      await gone.catch(() => undefined);
    },
  };
}
