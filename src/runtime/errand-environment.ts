import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { APPLICATION_ROLE, DATABASE, OWNER_ROLE } from './database-roles.js';
import { partEnvironment } from './part-environment.js';
import { postgresLock } from './postgres-lock.js';
import { isAlive } from './processes.js';
import { type Secrets, secretsIn } from './secrets-file.js';

type Given = Readonly<Record<string, string | undefined>>;

/**
 * The environment of a program that somebody runs by hand beside a running `npm start`: the database and the secrets of
 * its folder, where the person has set no database.
 */
export function errandEnvironment(given: Given, dataDirectory: string): Given {
  if (given.DATABASE_URL) return given;
  const file = join(dataDirectory, 'secrets.json');
  // Reading secrets that are not there would make new ones.
  const port = existsSync(file) ? portOf(join(dataDirectory, 'postgres')) : 0;
  if (port === 0) {
    throw new Error(`Viva Voce does not run on ${dataDirectory}. Start it with npm start, name its folder with --data DIR, or set DATABASE_URL and SECRET.`);
  }
  const secrets = secretsIn(file);
  return partEnvironment(given, { dataDirectory, port: Number(given.PORT) || 3000, secrets, embedded: connections(port, secrets) });
}

/** Port of the PostgreSQL that runs on a folder; 0 when none does, whatever a killed one left behind. */
function portOf(postgres: string): number {
  const { pid, port, status } = postgresLock(postgres);
  return status === 'ready' && isAlive(pid) ? port : 0;
}

function connections(port: number, { ownerPassword, applicationPassword }: Secrets): { url: string; ownerUrl: string } {
  const url = (role: string, password: string): string => `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${DATABASE}`;
  return { url: url(APPLICATION_ROLE, applicationPassword), ownerUrl: url(OWNER_ROLE, ownerPassword) };
}
