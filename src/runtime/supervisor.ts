import { type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Config, projectRoot } from '../platform/config/index.js';
import { Policy } from '../platform/policy/index.js';
import { DayLog } from './day-log.js';
import { wordsForTerminal } from './log-line.js';
import { Installation } from './installation.js';
import { lastLines } from './make-cluster.js';
import { Part } from './part.js';
import { localUrl, partEnvironment } from './part-environment.js';
import { PostgresKeeper } from './postgres-keeper.js';
import { ProcessLock } from './process-lock.js';
import { end, launch, type Program } from './program.js';
import { type Secrets, secretsIn } from './secrets-file.js';
import { type StartArguments } from './start-arguments.js';
import { type Terminal } from './terminal.js';
import { takeWebPort, type WebPort } from './web-port.js';

/** What a supervisor works with. */
export interface Surroundings {
  /** Absolute path of the folder for everything that is kept. */
  readonly dataDirectory: string;
  /** Folder of the built programs: `main.js`, `runtime/first-operator.js`, `runtime/demo.js`. */
  readonly programs: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
}

const DEFAULT_PORT = 3000;
const READY_BOUND_MS = 90_000;
const READY_POLL_MS = 100;
const ERRAND_BOUND_MS = 3_000;
const LOOK_AT_LOGS_EVERY_MS = 60_000;

/** Runs all parts of the product on this machine, PostgreSQL first and last, and keeps them running. */
export class Supervisor {
  private lock: ProcessLock | undefined;
  private webPort: WebPort | undefined;
  private postgres: PostgresKeeper | undefined;
  private web: Part | undefined;
  private worker: Part | undefined;
  private readonly errands = new Set<ChildProcess>();
  private starting: Promise<void> = Promise.resolve();
  private ending: Promise<void> | undefined;

  constructor(private readonly surroundings: Surroundings) {}

  /** Starts everything and says where it is; throws with a sentence for people, with nothing left running. */
  async start(wanted: StartArguments): Promise<void> {
    this.starting = this.startParts(wanted);
    try {
      await this.starting;
    } catch (error) {
      const wasAsked = this.ending !== undefined;
      await this.stop();
      if (!wasAsked) throw error;
    }
  }

  /** Ends everything, within 25 seconds: web and worker first, PostgreSQL last. */
  stop(): Promise<void> {
    this.ending ??= this.endParts();
    return this.ending;
  }

  private async startParts({ demo, port }: StartArguments): Promise<void> {
    const { dataDirectory, environment, terminal } = this.surroundings;
    // PostgreSQL may have to run as another user, who must get through to its own folder and see nothing on the way.
    mkdirSync(dataDirectory, { recursive: true, mode: 0o711 });
    mkdirSync(join(dataDirectory, 'logs'), { recursive: true, mode: 0o700 });
    mkdirSync(join(dataDirectory, 'objects'), { recursive: true, mode: 0o700 });
    this.lock = this.takeLock();
    const installation = new Installation(dataDirectory, environment);
    if (existsSync(installation.restoring)) throw new Error(`A restore on ${dataDirectory} has not ended, so that people who were deleted may be in it. Run the same npm run restore again.`);
    const secrets = secretsIn(join(dataDirectory, 'secrets.json'));
    this.webPort = await takeWebPort(port ?? (Number(environment.PORT) || DEFAULT_PORT), port !== undefined, environment.HOST || '127.0.0.1');
    this.lock.tell(localUrl(this.webPort.port));
    const embedded = environment.DATABASE_URL ? undefined : await this.startPostgres(secrets);
    const parts = partEnvironment(environment, { dataDirectory, port: this.webPort.port, secrets, ...(embedded ? { embedded } : {}) });
    Config.read(parts);
    // A restore asks for it: where none was ever begun, nobody can say what was deleted.
    if (installation.journal !== null) mkdirSync(installation.journal, { recursive: true, mode: 0o700 });
    await terminal.step('Bringing the database up to date', () => this.errand('migrate', 'main.js', ['migrate'], parts));
    const firstOperator = (): Promise<string> => this.errand('first-operator', 'runtime/first-operator.js', [], parts);
    const [early] = await terminal.step('Starting web and worker', () => Promise.all([demo ? '' : firstOperator(), this.startWebAndWorker(parts)]));
    const accounts = demo ? await terminal.step('Adding the demonstration', () => this.errand('demo', 'runtime/demo.js', [], parts)) : '';
    // The demonstration brings an operator with it: only then is it known whether one is missing.
    const operatorLink = demo ? await firstOperator() : early;
    terminal.welcome({ url: localUrl(this.webPort.port), operatorLink, accounts, dataDirectory });
  }

  private takeLock(): ProcessLock {
    const { dataDirectory } = this.surroundings;
    const lock = ProcessLock.take(join(dataDirectory, 'start.lock'), '');
    if (lock instanceof ProcessLock) return lock;
    const where = lock.heldBy === '' ? 'and is just starting' : `at ${lock.heldBy}`;
    throw new Error(`Viva Voce already runs on ${dataDirectory} ${where}. For a second copy choose another folder: npm start -- --data DIR`);
  }

  private startPostgres(secrets: Secrets): Promise<{ url: string; ownerUrl: string }> {
    const { dataDirectory, terminal } = this.surroundings;
    const postgres = new PostgresKeeper(dataDirectory, secrets, this.logOf('postgres'), (words) => terminal.say(words));
    this.postgres = postgres;
    return terminal.step('Starting PostgreSQL', () => postgres.start());
  }

  private async startWebAndWorker(environment: Record<string, string>): Promise<void> {
    const part = (name: string): Part => new Part(this.program(name, 'main.js', [name], environment), (words) => this.surroundings.terminal.say(words));
    this.refuseWhenEnding();
    this.web = part('web');
    this.worker = part('worker');
    this.web.start();
    await this.untilReady(this.web, `http://${hostToAsk(environment.HOST)}:${environment.PORT}/api/health/ready`);
    // Only now: three programs that load at once on two processors keep the person waiting longer.
    this.worker.start();
  }

  private async untilReady(web: Part, url: string): Promise<void> {
    const bound = Date.now() + READY_BOUND_MS;
    while (!(await answers(url))) {
      this.refuseWhenEnding();
      if (web.keepsDying || Date.now() > bound) {
        throw new Error(`The web server does not get ready. The last words of ${web.logFile}:\n${lastLines(web.logFile)}`);
      }
      await sleep(READY_POLL_MS);
    }
  }

  /** Runs a program to its end and gives what it wrote; one that was not built is left out. */
  private async errand(name: string, script: string, words: readonly string[], environment: Record<string, string>): Promise<string> {
    this.refuseWhenEnding();
    if (!existsSync(join(this.surroundings.programs, script))) return '';
    const lines: string[] = [];
    const program = this.program(name, script, words, environment);
    // Its words may hold a link or passwords: they are shown and kept nowhere.
    const child = launch({ ...program, logsItsWords: false, onLine: (line) => lines.push(line) });
    this.errands.add(child);
    const code = await new Promise<number | null>((resolve) => {
      child.once('close', resolve);
      child.once('error', () => resolve(null));
    });
    this.errands.delete(child);
    this.refuseWhenEnding();
    if (code !== 0) throw new Error(`The step "${name}" failed. Its last words:\n${lines.slice(-12).join('\n')}`);
    return lines.filter((line) => !line.startsWith('{')).join('\n');
  }

  private program(name: string, script: string, words: readonly string[], environment: Record<string, string>): Program {
    const { programs, terminal } = this.surroundings;
    const onLine = (line: string): void => {
      const shown = wordsForTerminal(name, line);
      if (shown !== undefined) terminal.say(shown);
    };
    return { name, script: join(programs, script), words, environment, log: this.logOf(name), logsItsWords: true, onLine };
  }

  private logOf(name: string): DayLog {
    const { dataDirectory, environment } = this.surroundings;
    const policy = Policy.load(environment.POLICY || 'viva-voce', resolve(projectRoot, environment.POLICIES_DIR || 'policies'));
    const log = new DayLog(join(dataDirectory, 'logs', `${name}.log`), (written) => policy.expiresAt('usageLog', written));
    // Also where nothing is written for days.
    log.begin();
    setInterval(() => log.begin(), LOOK_AT_LOGS_EVERY_MS).unref();
    return log;
  }

  private refuseWhenEnding(): void {
    if (this.ending) throw new Error('Ended while starting');
  }

  private async endParts(): Promise<void> {
    await Promise.all([this.web?.stop(), this.worker?.stop(), ...[...this.errands].map((child) => end(child, ERRAND_BOUND_MS))]);
    // A start that is under way stops at its next step.
    await this.starting.catch(() => undefined);
    await this.postgres?.stop();
    this.webPort?.release();
    this.lock?.release();
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

function hostToAsk(host: string | undefined): string {
  return host === undefined || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}
