import { Client } from 'pg';
import { freshDatabase, type TestDatabase } from '../../support/database.js';

/** A test database that can be made to go away, as it is for the application when PostgreSQL is restarted. */
export interface BreakableDatabase extends TestDatabase {
  /** Cuts every connection of the application off and lets no new one in. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

export async function breakableDatabase(): Promise<BreakableDatabase> {
  const database = await freshDatabase();
  const name = new URL(database.ownerUrl).pathname.slice(1);
  const asSuperuser = async (...statements: string[]): Promise<void> => {
    const client = new Client({ connectionString: process.env['TEST_SUPERUSER_URL'] });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  return {
    ...database,
    shut: () => asSuperuser(
      `alter database ${name} allow_connections false`,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    ),
    open: () => asSuperuser(`alter database ${name} allow_connections true`),
  };
}
