import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { type TestDatabase } from '../../support/database.js';
import { freePort, SECRET } from '../../support/world.js';

const root = join(import.meta.dirname, '../../..');

/** A web server in a process of its own. */
export interface SecondServer {
  readonly url: string;
  readonly child: ChildProcess;
  /** Ends it as a crash would, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts a web server on a database that others may use as well, with the secret they have. */
export async function secondServer(database: TestDatabase, settings: Readonly<Record<string, string>> = {}): Promise<SecondServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = fork(join(import.meta.dirname, 'server-process.ts'), [], {
    execArgv: ['--import', join(root, 'test/support/typescript.mjs')],
    env: { PATH: process.env.PATH, NODE_ENV: 'test', SECRET, DATABASE_URL: database.applicationUrl, PUBLIC_URL: url, PORT: String(port), LOG_LEVEL: 'silent', ...settings },
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready`)));
  });
  return { url, child, kill: async () => { child.kill('SIGKILL'); await gone; } };
}
