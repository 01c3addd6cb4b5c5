import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../src/platform/db/index.js';
import { prepareQueues } from '../../src/platform/jobs/index.js';
import { APPLICATION_ROLE, OWNER_ROLE, prepareRoles } from '../../src/runtime/database-roles.js';
import { EmbeddedPostgres } from '../../src/runtime/embedded-postgres.js';
import { commandLineOf, endProcess, isAlive } from '../../src/runtime/processes.js';
import { TEMPLATE } from './template.js';

/** Where the specs of one run find their databases. */
export interface ClusterUrls {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly applicationUrl: string;
}

const PREFIX = 'viva-voce-test-';

/** One PostgreSQL for one run of the tests, in a folder that goes with it. Nothing in it is meant to survive a crash. */
export class TestCluster {
  private readonly folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  private readonly password = randomBytes(12).toString('hex');
  private readonly postgres: EmbeddedPostgres;

  /** `settings` in the place of those that make tests quick. */
  constructor(settings: Readonly<Record<string, string>> = {}) {
    this.postgres = new EmbeddedPostgres({
      dataDirectory: join(this.folder, 'postgres'),
      password: this.password,
      logFile: join(this.folder, 'postgres.log'),
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200', shared_buffers: '64MB', autovacuum_naptime: '10s', ...settings },
    });
  }

  /** Starts PostgreSQL, makes the roles and the template. */
  async start(): Promise<ClusterUrls> {
    await sweepLeftovers();
    // PostgreSQL may have to run as another user, who must get through to its own folder.
    chmodSync(this.folder, 0o711);
    await this.postgres.start();
    await prepareRoles(this.postgres.url(), { database: TEMPLATE, ownerPassword: this.password, applicationPassword: this.password });
    const urls = {
      superuserUrl: this.postgres.url(),
      ownerUrl: this.postgres.url(TEMPLATE, OWNER_ROLE),
      applicationUrl: this.postgres.url(TEMPLATE, APPLICATION_ROLE),
    };
    await migrate(urls.ownerUrl, urls.applicationUrl);
    await prepareQueues(urls.ownerUrl);
    await this.closeTemplate();
    return urls;
  }

  async stop(): Promise<void> {
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A database that somebody is connected to cannot be copied, so nobody may be. */
  private async closeTemplate(): Promise<void> {
    const client = new Client({ connectionString: this.postgres.url() });
    await client.connect();
    await client.query(`alter database ${TEMPLATE} allow_connections false`);
    await client.end();
  }
}

/** A run that was killed leaves its PostgreSQL and its folder behind; the number in the folder's name says whose it was. */
async function sweepLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length).split('-')[0]))) continue;
    const folder = join(tmpdir(), name);
    const lock = join(folder, 'postgres', 'postmaster.pid');
    const pid = existsSync(lock) ? Number(readFileSync(lock, 'utf8').split('\n')[0]) : 0;
    if (pid > 0 && commandLineOf(pid).includes(folder)) await endProcess(pid, [['SIGQUIT', 3_000]]);
    rmSync(folder, { recursive: true, force: true });
  }
}
