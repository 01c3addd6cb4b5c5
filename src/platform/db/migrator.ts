import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { projectRoot } from '../config/index.js';

const ADVISORY_LOCK = 811_923_001;

/**
 * Brings the database up to date as its owner, from `migrations/*.sql` in order of their names, each in its own
 * transaction, and lets the role of `applicationUrl` work in it. Two processes may call it at once: the second waits.
 * Returns the names of the migrations that ran.
 */
export async function migrate(ownerUrl: string, applicationUrl: string): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: migrationClasses(),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    extra: { max: 2 },
  });
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
    const ran = await dataSource.runMigrations();
    const applicationRole = decodeURIComponent(new URL(applicationUrl).username);
    await lock.query(`grant viva_application to "${applicationRole.replaceAll('"', '""')}"`);
    return ran.map(({ name }) => name);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [ADVISORY_LOCK]);
    await lock.release();
    await dataSource.destroy();
  }
}

/** One TypeORM migration for each file `NNNN-what-it-does.sql`. */
function migrationClasses(): (new () => MigrationInterface)[] {
  const folder = join(projectRoot, 'migrations');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8');
      // TypeORM orders migrations by thirteen digits at the end of their name.
      const name = `${file.slice(5, -4)}${1_700_000_000_000 + Number(file.slice(0, 4))}`;
      return class implements MigrationInterface {
        readonly name = name;
        up(queryRunner: QueryRunner): Promise<void> {
          return queryRunner.query(sql);
        }
        down(): Promise<void> {
          throw new Error('Migrations go forward only: write the next one.');
        }
      };
    });
}
