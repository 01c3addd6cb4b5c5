import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DayLog } from './day-log.js';
import { anyFreePort } from './free-port.js';
import { isCluster, lastLines, makeCluster } from './make-cluster.js';
import { postgresBinaries } from './postgres-binaries.js';
import { postgresLock } from './postgres-lock.js';
import { commandAs, postgresUser, type RunAs } from './postgres-user.js';
import { commandLineOf, endProcess, isAlive } from './processes.js';

/** What an embedded PostgreSQL is told when it is made. */
export interface EmbeddedPostgresOptions {
  /** Absolute path of the cluster; made on the first start, and nothing else may lie in it. */
  readonly dataDirectory: string;
  /** Password of the superuser `postgres`; it stays the same for the life of the directory. */
  readonly password: string;
  /**
   * File that PostgreSQL's own words are added to; of a DayLog, the file of the day on which PostgreSQL starts. It holds
   * that file open for as long as it runs, because it must be able to outlive us and a pipe to us would not.
   */
  readonly logFile: string | DayLog;
  /** Further settings of PostgreSQL, such as `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Called when PostgreSQL ends without having been asked to. */
  readonly onDeath?: () => void;
}

const READY_BOUND_MS = 60_000;
/** After a kill -9 the old lock file and shared memory need a moment to be let go. */
const START_ATTEMPTS = 20;
const RETRY_MS = 250;
/**
 * Fast shutdown ends the connections; immediate shutdown leaves the tidying to the recovery of the next start. Both are
 * short, because everything must be gone in 25 s and web and worker may have used 20 of them.
 */
export const POSTGRES_STOPPING = [['SIGINT', 3_500], ['SIGQUIT', 1_000]] as const;
/** Whoever starts has more time for the server of before than whoever ends. */
const ENDING_ORPHANS = [['SIGINT', 8_000], ['SIGQUIT', 3_000]] as const;

/** Keeps values out of PostgreSQL's log: details such as `Key (email)=(…) already exists`, and the statements that failed. */
export const QUIET_SETTINGS = { log_error_verbosity: 'terse', log_min_error_statement: 'panic' } as const;

/** A real PostgreSQL on the loopback interface, from the binaries of an npm package, over a directory that persists. */
export class EmbeddedPostgres {
  private readonly binaries = postgresBinaries();
  private child: ChildProcess | undefined;
  private stopping = false;
  private port = 0;

  constructor(private readonly options: EmbeddedPostgresOptions) {}

  /** Id of the running server, for whoever must kill it. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /**
   * Makes the cluster on the first start, stops what a killed start left behind, and returns once connections are
   * taken. `port` asks for the port of before, so that those who were connected can come back; else any free one.
   */
  async start(port?: number): Promise<void> {
    const { dataDirectory, password, settings } = this.options;
    const logFile = typeof this.options.logFile === 'string' ? this.options.logFile : this.options.logFile.begin();
    this.stopping = false;
    await endOrphan(dataDirectory);
    if (!isCluster(dataDirectory)) makeCluster(this.binaries.initdb, { dataDirectory, password, logFile, durable: settings?.fsync !== 'off' });
    const runAs = postgresUser(dataDirectory, this.binaries.postgres);
    for (let attempt = 1; attempt <= START_ATTEMPTS; attempt += 1) {
      this.port = port ?? (await anyFreePort());
      if (await this.launch(runAs, logFile)) return;
      await sleep(RETRY_MS);
    }
    throw new Error(`PostgreSQL did not start. The last words of ${logFile}:\n${lastLines(logFile)}`);
  }

  /** Starts again where it was, after it died. */
  restart(): Promise<void> {
    return this.start(this.port);
  }

  /** Ends PostgreSQL and its connections. Call it after everything that uses it has ended. */
  async stop(): Promise<void> {
    this.stopping = true;
    const pid = this.child?.pid;
    if (pid !== undefined) await endProcess(pid, POSTGRES_STOPPING);
    this.child = undefined;
  }

  /** A connection string: as the superuser unless another role is named. */
  url(database = 'postgres', role = 'postgres', password = this.options.password): string {
    return `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${this.port}/${database}`;
  }

  /** One attempt; false when the server ended before it was ready. */
  private async launch(runAs: RunAs, logFile: string): Promise<boolean> {
    const child = this.spawn(runAs, logFile);
    this.child = child;
    let ended = false;
    let ready = false;
    child.once('error', () => { ended = true; });
    child.once('exit', () => {
      ended = true;
      if (ready && !this.stopping) this.options.onDeath?.();
    });
    const end = Date.now() + READY_BOUND_MS;
    while (!ended && Date.now() < end) {
      const lock = postgresLock(this.options.dataDirectory);
      ready = lock.pid === child.pid && lock.status === 'ready';
      if (ready) return true;
      await sleep(15);
    }
    if (child.pid !== undefined && !ended) await endProcess(child.pid, ENDING_ORPHANS);
    return false;
  }

  private spawn(runAs: RunAs, logFile: string): ChildProcess {
    const settings = {
      listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC', ...QUIET_SETTINGS, ...this.options.settings,
    };
    const { file, words, options } = commandAs(runAs, this.binaries.postgres, [
      '-D', this.options.dataDirectory, '-p', String(this.port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]);
    const log = openSync(logFile, 'a', 0o600);
    try {
      // In a process group of its own, so that Ctrl-C reaches us alone and PostgreSQL can be the last to go.
      return spawn(file, words, { ...options, stdio: ['ignore', log, log], cwd: '/', detached: true });
    } finally {
      closeSync(log);
    }
  }
}

/** A server that outlived its supervisor is stopped properly; a lock whose number now belongs to somebody else is dropped. */
export async function endOrphan(dataDirectory: string): Promise<void> {
  const { pid } = postgresLock(dataDirectory);
  if (pid === 0 || !isAlive(pid)) return;
  const words = commandLineOf(pid).split(' ');
  if (words.some((word) => word.endsWith('postgres')) && words.includes(dataDirectory)) {
    await endProcess(pid, ENDING_ORPHANS);
    return;
  }
  rmSync(join(dataDirectory, 'postmaster.pid'), { force: true });
}
