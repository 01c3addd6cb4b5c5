import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { makeCluster } from '../../src/runtime/make-cluster.js';
import { postgresBinaries } from '../../src/runtime/postgres-binaries.js';
import { secretsIn } from '../../src/runtime/secrets-file.js';

const root = join(import.meta.dirname, '../..');
/** Somewhat less than a test has: the demonstration makes three hundred people. */
const START_BOUND_MS = 170_000;
/** What Node has compiled once, every product of the run reads. */
const COMPILED = join(tmpdir(), 'viva-compiled');

/** `npm start` as a person runs it, from what was built, on a data folder of its own. */
export class WholeProduct {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly supervisor: ChildProcess,
    /** What `npm start` was given. */
    readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** `firstPort`: each spec has a hundred of its own, below those that the system gives to others: who finds the port of a part that was just killed would take it away. */
  static async start(firstPort: number, environment: Readonly<Record<string, string>> = {}, words: readonly string[] = []): Promise<WholeProduct> {
    const folder = mkdtempSync(join(tmpdir(), 'viva-whole-'));
    quickCluster(folder);
    return WholeProduct.startOn(folder, { PATH: process.env.PATH ?? '', PORT: String(firstPort), LOG_LEVEL: 'warn', NODE_COMPILE_CACHE: COMPILED, ...environment }, words);
  }

  private static async startOn(folder: string, environment: Readonly<Record<string, string>>, words: readonly string[]): Promise<WholeProduct> {
    const supervisor = spawn(process.execPath, [join(root, 'dist/runtime/start.js'), '--data', folder, ...words], { env: environment, stdio: ['ignore', 'pipe', 'pipe'], cwd: root });
    return new WholeProduct(await addressSaidBy(supervisor), folder, supervisor, environment);
  }

  /** Where everything is kept. */
  get data(): string {
    return this.folder;
  }

  /** Where files are kept. */
  get storage(): string {
    return join(this.folder, 'objects');
  }

  /** Kills a part without warning, as a crash would. */
  kill(part: 'postgres' | 'web' | 'worker'): void {
    process.kill(part === 'postgres' ? this.postmaster : this.processOf(part), 'SIGKILL');
  }

  /** The process a part runs in, by its id. */
  processOf(part: 'web' | 'worker'): number {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
    const line = lines.find((text) => new RegExp(`^\\s*\\d+\\s+${this.supervisor.pid}\\s.*main\\.js ${part}$`).test(text.trimEnd()));
    if (!line) throw new Error(`${part} is not running`);
    return Number(line.trim().split(/\s+/)[0]);
  }

  /** One statement as the owner of the tables; null while PostgreSQL is away. */
  async ask<Row extends object>(sql: string): Promise<Row | null> {
    const client = new Client({ connectionString: this.ownerUrl, connectionTimeoutMillis: 1_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<Row>(sql)).rows[0] ?? null;
    } catch {
      return null;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Ends it, and leaves what it keeps. */
  async pause(): Promise<number | null> {
    if (this.supervisor.exitCode !== null) return this.supervisor.exitCode;
    const ended = new Promise<number | null>((resolve) => this.supervisor.once('close', resolve));
    this.supervisor.kill('SIGTERM');
    return ended;
  }

  /** Starts it on what was left. */
  again(): Promise<WholeProduct> {
    return WholeProduct.startOn(this.folder, this.environment, []);
  }

  async end(): Promise<number | null> {
    const code = await this.pause();
    rmSync(this.folder, { recursive: true, force: true });
    return code;
  }

  private get postmaster(): number {
    return Number(this.pidFile[0]);
  }

  /** As the role that owns the tables. */
  get ownerUrl(): string {
    const { ownerPassword } = JSON.parse(readFileSync(join(this.folder, 'secrets.json'), 'utf8')) as { ownerPassword: string };
    return `postgres://viva_owner:${ownerPassword}@127.0.0.1:${this.pidFile[3]}/viva`;
  }

  private get pidFile(): string[] {
    return readFileSync(join(this.folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
  }
}

/**
 * The database, made before the start finds it: as always, but for its syncs. A process that is killed loses nothing
 * without them, and on a slow disk thousands of them would be all that is measured.
 */
function quickCluster(folder: string): void {
  // PostgreSQL may have to run as another user, who must get through to its own folder.
  chmodSync(folder, 0o711);
  const dataDirectory = join(folder, 'postgres');
  const { superuserPassword } = secretsIn(join(folder, 'secrets.json'));
  makeCluster(postgresBinaries().initdb, { dataDirectory, password: superuserPassword, logFile: join(folder, 'initdb.log'), durable: false });
  appendFileSync(join(dataDirectory, 'postgresql.conf'), 'fsync = off\n');
}

/** Waits for the address; one that takes too long is ended, and its words are the error. */
function addressSaidBy(supervisor: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = '';
    const bound = setTimeout(() => {
      reject(new Error(`It was not ready within ${START_BOUND_MS / 1000} s:\n${words}`));
      supervisor.kill('SIGTERM');
    }, START_BOUND_MS);
    const hear = (chunk: Buffer): void => {
      words += chunk.toString();
      const address = /is ready: (\S+)/.exec(words)?.[1];
      if (!address) return;
      clearTimeout(bound);
      resolve(address);
    };
    supervisor.stdout?.on('data', hear);
    supervisor.stderr?.on('data', hear);
    supervisor.once('close', () => {
      clearTimeout(bound);
      reject(new Error(`It ended before it was ready:\n${words}`));
    });
  });
}
