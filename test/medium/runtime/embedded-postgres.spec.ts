import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedPostgres } from '../../../src/runtime/embedded-postgres.js';
import { isAlive } from '../../../src/runtime/processes.js';

const PASSWORD = 'a quiet password';

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(sql);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'viva-embedded-'));
  chmodSync(folder, 0o711);
  let deaths = 0;
  const make = (): EmbeddedPostgres =>
    new EmbeddedPostgres({ dataDirectory: join(folder, 'postgres'), password: PASSWORD, logFile: join(folder, 'log'), onDeath: () => { deaths += 1; } });
  let postgres = make();

  beforeAll(() => postgres.start());
  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('answers on the loopback interface alone, and only to who knows the password', async () => {
    expect(await ask(postgres.url(), `select current_setting('listen_addresses') as answer`)).toBe('127.0.0.1');
    expect(await ask(postgres.url(), `select current_setting('unix_socket_directories') as answer`)).toBe('');
    await expect(ask(postgres.url('postgres', 'postgres', 'a guess'), 'select 1 as answer')).rejects.toThrow(/password authentication failed/);
  });

  it('has the extensions we build on', async () => {
    const count = await ask(postgres.url(), `select count(*)::int as answer from pg_available_extensions where name in ('pg_trgm', 'unaccent', 'citext', 'btree_gin', 'pgcrypto')`);
    expect(count).toBe(5);
  });

  it('logs what went wrong, and none of the values', async () => {
    await ask(postgres.url(), 'create table person (email text unique)');
    const insert = `insert into person values ('priya@example.com')`;
    await ask(postgres.url(), insert);
    await expect(ask(postgres.url(), insert)).rejects.toThrow(/duplicate key/);
    const log = readFileSync(join(folder, 'log'), 'utf8');
    expect(log).toContain('duplicate key value violates unique constraint "person_email_key"');
    expect(log).not.toContain('priya');
  });

  it('keeps what was committed when it is killed, says that it died, and starts again where it was', async () => {
    await ask(postgres.url(), 'create table kept as select 7 as answer');
    const url = postgres.url();
    process.kill(postgres.pid ?? 0, 'SIGKILL');
    while (deaths === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await postgres.restart();
    expect(postgres.url()).toBe(url);
    expect(await ask(url, 'select answer from kept')).toBe(7);
  });

  it('stops a server that outlived its supervisor before it starts its own', async () => {
    const orphan = postgres.pid ?? 0;
    postgres = make();
    await postgres.start();
    expect(isAlive(orphan)).toBe(false);
    expect(await ask(postgres.url(), 'select answer from kept')).toBe(7);
  });

  it('ends when it is asked to, though somebody is connected', async () => {
    const client = new Client({ connectionString: postgres.url() });
    client.on('error', () => undefined);
    await client.connect();
    const pid = postgres.pid ?? 0;
    const died = deaths;
    await postgres.stop();
    expect(isAlive(pid)).toBe(false);
    expect(deaths).toBe(died);
  });
});
