import { Client } from 'pg';
import { OWNER_ROLE } from '../../src/runtime/database-roles.js';
import { type World } from './world.js';

/** Copies the database of a world as it is, and puts the copy back in its place. The world goes on with it, as the product does when PostgreSQL was away for a moment. */
export async function backedUp({ database: { ownerUrl } }: World): Promise<{ restore(): Promise<void> }> {
  const name = new URL(ownerUrl).pathname.slice(1);
  const copy = `${name}_copy`;
  await asSuperuser(async (run) => {
    await run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    await run(`create database ${copy} template ${name} owner ${OWNER_ROLE} strategy file_copy`);
  });
  return {
    restore: () => asSuperuser(async (run) => {
      await run(`drop database ${name} with (force)`);
      await run(`alter database ${copy} rename to ${name}`);
    }),
  };
}

async function asSuperuser(work: (run: (sql: string) => Promise<unknown>) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: process.env.TEST_SUPERUSER_URL });
  await client.connect();
  try {
    await work((sql) => client.query(sql));
  } finally {
    await client.end();
  }
}
