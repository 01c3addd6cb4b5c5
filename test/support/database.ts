import { randomUUID } from 'node:crypto';
import { Client, Pool } from 'pg';
import { OWNER_ROLE } from '../../src/runtime/database-roles.js';
import { TEMPLATE } from './template.js';

/** A migrated database that one spec has for itself. */
export interface TestDatabase {
  /** As the role that owns the tables. */
  readonly ownerUrl: string;
  /** As the role the application runs as. */
  readonly applicationUrl: string;
  /** Runs one statement as the owner and gives its rows. */
  query<Row extends object = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Moves `clock.now()` by an interval such as `'3 days'` or `'-1 hour'`, further each time it is called. */
  moveClock(interval: string): Promise<void>;
  /** Ends every connection and deletes the database. */
  drop(): Promise<void>;
}

/** Copies the migrated template of this run (about 0.1 s). Drop it when the spec ends. */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = `viva_${randomUUID().replaceAll('-', '')}`;
  await connected(urlOf('TEST_SUPERUSER_URL', 'postgres'), (client) => copyTemplate(client, name));
  // A new connection costs more than most statements do.
  const owner = new Pool({ connectionString: urlOf('TEST_OWNER_URL', name), max: 4, allowExitOnIdle: true });
  // Some specs cut every connection of their database: the next statement gets a new one.
  owner.on('error', () => undefined);
  const query = async <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => {
    const ask = async (): Promise<Row[]> => (await owner.query<Row>(sql, [...parameters])).rows;
    try {
      return await ask();
    } catch (error) {
      if (!wasCut(error)) throw error;
      return ask();
    }
  };
  return {
    ownerUrl: urlOf('TEST_OWNER_URL', name),
    applicationUrl: urlOf('TEST_APPLICATION_URL', name),
    query,
    async moveClock(interval) {
      await query('insert into clock.shift as shift (by) values ($1) on conflict (only_row) do update set by = shift.by + excluded.by', [interval]);
    },
    async drop() {
      await connected(urlOf('TEST_SUPERUSER_URL', 'postgres'), (client) => client.query(`drop database if exists ${name} with (force)`));
      if (!owner.ending) await owner.end();
    },
  };
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** By a call of the kernel, which takes a third of the time, where there is one. */
async function copyTemplate(client: Client, name: string): Promise<void> {
  const copy = `create database ${name} template ${TEMPLATE} owner ${OWNER_ROLE} strategy file_copy`;
  try {
    await client.query(`set file_copy_method = clone`);
    await client.query(copy);
  } catch {
    await client.query('reset file_copy_method');
    await client.query(copy);
  }
}

/** Whether a statement found its connection gone. */
function wasCut(error: unknown): boolean {
  return error instanceof Error && (('code' in error && ['57P01', 'ECONNRESET', 'EPIPE'].includes(String(error.code))) || error.message.startsWith('Connection terminated'));
}

function urlOf(variable: 'TEST_SUPERUSER_URL' | 'TEST_OWNER_URL' | 'TEST_APPLICATION_URL', database: string): string {
  const given = process.env[variable];
  if (given === undefined) throw new Error('There is no test cluster: run this spec in the project `medium`, `journeys` or `architecture`.');
  const url = new URL(given);
  url.pathname = `/${database}`;
  return url.href;
}
