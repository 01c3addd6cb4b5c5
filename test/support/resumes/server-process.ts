import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, type TestDatabase } from '../database.js';
import { personWith } from '../people.js';
import { Visitor } from '../visitor.js';
import { freePort, PASSWORD, SECRET } from '../world.js';

const ROOT = join(import.meta.dirname, '../../..');
/** As long as anything else is waited for: two browsers and all the rest share two processors. */
const BOUND_MS = 120_000;

/** Web and worker as a process of their own, so that all they write can be looked at: rows, files, and every word of their logs. */
export class ServerProcess {
  words = '';

  private constructor(
    readonly url: string,
    readonly database: TestDatabase,
    readonly files: string,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { this.words += chunk.toString(); });
  }

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    const [database, port] = await Promise.all([freshDatabase(), freePort()]);
    const files = mkdtempSync(join(tmpdir(), 'viva-files-'));
    const url = `http://localhost:${port}`;
    const child = spawn(process.execPath, ['--import', join(ROOT, 'test/support/typescript.mjs'), join(ROOT, 'src/main.ts'), 'all'], {
      env: { PATH: process.env.PATH, NODE_ENV: 'test', SECRET, DATABASE_URL: database.applicationUrl, PUBLIC_URL: url, PORT: String(port), STORAGE_DIR: files, LOG_LEVEL: 'debug', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'], cwd: ROOT,
    });
    const server = new ServerProcess(url, database, files, child);
    await until(async () => (await fetch(`${url}/api/health/ready`)).ok, () => server.words);
    return server;
  }

  /** Somebody with an account who signed in. */
  async candidate(email: string): Promise<Visitor> {
    await personWith(this, { email });
    const visitor = new Visitor(this.url);
    await visitor.post('/api/session', { email, password: PASSWORD });
    return visitor;
  }

  /** Which of these texts stand where, as `text in place`: tables in any column, bytes included; files; the logs. */
  async placesOf(texts: readonly string[]): Promise<string[]> {
    const tables = await this.database.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await this.database.query<{ sought: string }>(
        `select distinct sought from unnest($1::text[]) as sought, ${name} as t where strpos(lower(t::text), lower(sought)) > 0 or strpos(t::text, encode(convert_to(sought, 'utf8'), 'hex')) > 0`, [texts]);
      found.push(...rows.map(({ sought }) => `${sought} in ${name}`));
    }
    const entries = readdirSync(this.files, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const files = entries.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    const words = this.words.toLowerCase();
    for (const text of texts) {
      if (files.some((file) => file.includes(text))) found.push(`${text} in files`);
      if (words.includes(text.toLowerCase())) found.push(`${text} in logs`);
    }
    return found;
  }

  async end(): Promise<void> {
    const ended = new Promise((resolve) => { this.child.once('close', resolve); });
    this.child.kill('SIGTERM');
    await ended;
    await this.database.drop();
    rmSync(this.files, { recursive: true, force: true });
  }
}

async function until(holds: () => Promise<boolean>, words: () => string): Promise<void> {
  for (const end = Date.now() + BOUND_MS; Date.now() < end;) {
    if (await holds().catch(() => false)) return;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`It did not come to that. What the server said:\n${words().slice(-3000)}`);
}
