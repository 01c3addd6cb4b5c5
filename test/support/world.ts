import 'reflect-metadata';
import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { isPortFree } from '../../src/runtime/free-port.js';
import { freshDatabase, type TestDatabase } from './database.js';
import { type MadeUpRecruiter, recruiterWith } from './organisations.js';
import { personWith, signedIn } from './people.js';
import { PASSWORD } from './password.js';
import { until } from './until.js';
import { Visitor } from './visitor.js';

export const SECRET = 'Zr7Lw8-Tn5Yp1Bd_6Hc4Fs0Mk3J9vQ2x';
export { PASSWORD };

/** The whole product on a database of its own, listening on a free loopback port. Nothing in it is replaced. */
export class World {
  private people = 0;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: TestDatabase,
    readonly url: string,
    private readonly folder: string,
  ) {}

  static async create(settings: Readonly<Record<string, string>> = {}): Promise<World> {
    const [database, folder] = await Promise.all([freshDatabase(), mkdtemp(join(tmpdir(), 'viva-world-'))]);
    const { Config } = await import('../../src/platform/config/index.js');
    const { webServer } = await import('../../src/app/index.js');
    const { port, leave } = await heldPort();
    const url = `http://localhost:${port}`;
    const config = Config.read({
      NODE_ENV: 'test', SECRET, DATABASE_URL: database.applicationUrl, PUBLIC_URL: url, PORT: String(port), LOG_LEVEL: 'silent', BUILT_IN_GATEWAY: 'true',
      STORAGE_DIR: join(folder, 'objects'), ...settings,
    });
    const app = await webServer(config);
    await leave();
    await app.listen(port, '127.0.0.1');
    const world = new World(app, database, url, folder);
    // The timetable runs from the first time it is looked at: what a test makes due by moving the clock must find it there.
    await world.settle();
    return world;
  }

  /** Somebody with an empty cookie jar. */
  visitor(): Visitor {
    return new Visitor(this.url);
  }

  /** Somebody with a confirmed account who is signed in: rows as `newcomer` makes them, without waiting for bcrypt three times. */
  async candidate(email = this.someAddress()): Promise<Visitor> {
    const visitor = this.visitor();
    visitor.keep(`viva.session_token=${await signedIn(this, await personWith(this, { email }))}; Path=/`);
    return visitor;
  }

  /** Somebody who works for an organisation, approved unless it says otherwise, and is signed in. */
  async recruiter(wanted: MadeUpRecruiter = {}): Promise<{ visitor: Visitor; accountId: string; organisationId: string; email: string }> {
    const made = await recruiterWith(this, wanted);
    const visitor = this.visitor();
    visitor.keep(`viva.session_token=${await signedIn(this, made.accountId)}; Path=/`);
    return { ...made, visitor };
  }

  /** Somebody who signed up, confirmed the address from the mail, and signed in, as people do. */
  async newcomer(email = this.someAddress()): Promise<Visitor> {
    const visitor = this.visitor();
    await visitor.post('/api/accounts', { name: 'Ada Example', email, password: PASSWORD, age: 30 });
    await visitor.post('/api/accounts/verification', { token: await this.tokenMailedTo(email), password: PASSWORD });
    await visitor.post('/api/session', { email, password: PASSWORD });
    return visitor;
  }

  /** Does everything that is due, as a worker would. */
  async settle(): Promise<void> {
    const { JobsRuntime } = await import('../../src/platform/jobs/index.js');
    await this.app.get(JobsRuntime).runDue();
  }

  /** Kills a worker. What it held is for the next one, as it is once its lease is over: leases reckon in real time, which no test waits for. */
  async bury(worker: ChildProcess): Promise<void> {
    if (worker.exitCode === null && worker.signalCode === null) {
      const gone = once(worker, 'exit');
      worker.kill('SIGKILL');
      await gone;
    }
    // PostgreSQL ends the statement it was at, and may have handed work over to somebody dead. One that waits for a lock of ours goes no further.
    await until('its last statements are done', async () => (await this.database.query(
      `select from pg_locks held where database = (select oid from pg_database where datname = current_database()) and relation = 'jobs.outbox'::regclass and mode in ('RowShareLock', 'RowExclusiveLock')
         and pid <> pg_backend_pid() and not exists (select from pg_locks wanted where wanted.pid = held.pid and not granted)`)).length === 0);
    await this.database.query(`update jobs.outbox set status = 'waiting', lease = null, leased_until = null where status = 'handed_over'`);
  }

  /** The token in the newest mail to an address, out of the built-in inbox. */
  async tokenMailedTo(email: string): Promise<string> {
    await this.settle();
    const { mails } = (await this.visitor().get('/api/inbox')).body as { mails: { id: string; to: string }[] };
    const mail = mails.find(({ to }) => to === email);
    if (!mail) throw new Error('There is no mail to this address');
    const { links } = (await this.visitor().get(`/api/inbox/${mail.id}`)).body as { links: string[] };
    const token = links.map((link) => /#token=(.+)$/.exec(link)?.[1]).find((found) => found !== undefined);
    if (!token) throw new Error('There is no token in the mail');
    return token;
  }

  private someAddress(): string {
    return `candidate${(this.people += 1)}@example.com`;
  }

  async destroy(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Each worker of a run has a thousand ports of its own, below those that the system gives to whoever asks for any. */
const OWN_PORTS = { first: 22_000 + 1_000 * (Number(process.env.JEST_WORKER_ID ?? 0) % 10), count: 1_000 };
let portsGiven = process.pid;

/** A port for a process that takes a while until it listens: the system would give one of its own to somebody else meanwhile. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = OWN_PORTS.first + ((portsGiven += 1) % OWN_PORTS.count);
    if (await isPortFree(port)) return port;
  }
}

/** A port that nobody else gets until it is left, nor in the moment after. */
async function heldPort(): Promise<{ port: number; leave: () => Promise<void> }> {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(port, '127.0.0.1', resolve); });
  return { port, leave: () => new Promise((resolve) => { server.close(() => resolve()); }) };
}
