import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a PostgreSQL says of itself in its own folder; zeros and an empty status when none has been there. */
export interface PostgresLock {
  readonly pid: number;
  readonly port: number;
  /** `ready` once it takes connections. */
  readonly status: string;
}

/** Reads `postmaster.pid`: the process id on its first line, the port on its fourth, the state on its eighth. */
export function postgresLock(dataDirectory: string): PostgresLock {
  const file = join(dataDirectory, 'postmaster.pid');
  if (!existsSync(file)) return { pid: 0, port: 0, status: '' };
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]) || 0, port: Number(lines[3]) || 0, status: (lines[7] ?? '').trim() };
}
