import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Answers as the web server does, and lives as web and worker do; `/die` makes it die. */
const STAND_IN = `
import { createServer } from 'node:http';
const [part] = process.argv.slice(2);
process.on('disconnect', () => process.exit());
if (part === 'migrate') process.exit();
process.on('SIGTERM', () => { console.log(part + ' ends'); process.exit(); });
if (part === 'worker') setInterval(() => undefined, 1000);
if (part === 'web') createServer(async (request, response) => {
  if (request.url === '/die') process.kill(process.pid, 'SIGKILL');
  const { default: pg } = await import(process.env.PG_MODULE);
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    response.end(JSON.stringify({ part, pid: process.pid, embedded: process.env.EMBEDDED_DATABASE, publicUrl: process.env.PUBLIC_URL }));
  } catch { response.writeHead(503).end(); } finally { await client.end().catch(() => undefined); }
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

/** A folder for what `npm start` keeps, and stand-ins for the built programs. */
export interface StartFolder {
  readonly data: string;
  readonly programs: string;
  remove(): void;
}

export function startFolder(): StartFolder {
  const folder = mkdtempSync(join(tmpdir(), 'viva-start-'));
  // PostgreSQL may have to run as another user, who must get through to its own folder.
  chmodSync(folder, 0o711);
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  writeFileSync(join(programs, 'main.js'), STAND_IN);
  writeFileSync(join(programs, 'package.json'), '{ "type": "module" }');
  return { data: join(folder, 'data'), programs, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A running `npm start` over stand-ins, seen from outside: its words, its process. */
export class Started {
  words = '';
  readonly child: ChildProcess;
  /** Settled with the exit code when it has ended. */
  readonly ended: Promise<number | null>;

  constructor({ data, programs }: StartFolder, firstPort: number, words: readonly string[] = []) {
    const support = import.meta.dirname;
    const root = join(support, '../..');
    this.child = spawn(process.execPath, ['--import', join(support, 'typescript.mjs'), join(support, 'start-stand-in.ts'), programs, '--data', data, ...words], {
      env: { PATH: process.env.PATH, PORT: String(firstPort), PG_MODULE: join(root, 'node_modules/pg/esm/index.mjs') },
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: root,
    });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk: Buffer) => { this.words += chunk.toString(); });
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  /** The address it says it is ready at. */
  async url(): Promise<string> {
    return (await this.says(/is ready: (\S+)/))[1] ?? '';
  }

  /** Waits until it has said something. */
  async says(pattern: RegExp, boundMs = 90_000): Promise<RegExpExecArray> {
    const end = Date.now() + boundMs;
    for (;;) {
      const found = pattern.exec(this.words);
      if (found) return found;
      if (Date.now() > end || this.child.exitCode !== null) throw new Error(`It never said ${pattern.source}. What it said:\n${this.words}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Asks it to end and waits until it has; harmless when it has already. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    return this.ended;
  }
}
