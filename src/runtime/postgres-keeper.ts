import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { APPLICATION_ROLE, DATABASE, OWNER_ROLE, prepareRoles } from './database-roles.js';
import { type DayLog } from './day-log.js';
import { EmbeddedPostgres } from './embedded-postgres.js';
import { RestartBudget } from './restart-budget.js';
import { type Secrets } from './secrets-file.js';

/** Keeps the embedded PostgreSQL of one data directory running; starts it again, where it was, when it dies. */
export class PostgresKeeper {
  private readonly budget = new RestartBudget();
  private readonly ending = new AbortController();
  private readonly postgres: EmbeddedPostgres;
  private reviving: Promise<void> = Promise.resolve();

  constructor(
    dataDirectory: string,
    private readonly secrets: Secrets,
    log: DayLog,
    private readonly say: (words: string) => void,
  ) {
    this.postgres = new EmbeddedPostgres({
      dataDirectory: join(dataDirectory, 'postgres'),
      password: secrets.superuserPassword,
      logFile: log,
      onDeath: () => { this.reviving = this.revive(); },
    });
  }

  /** Starts it with its roles and its database, and gives the connections of the application and of the owner. */
  async start(): Promise<{ url: string; ownerUrl: string }> {
    const { ownerPassword, applicationPassword } = this.secrets;
    await this.postgres.start();
    await prepareRoles(this.postgres.url(), { database: DATABASE, ownerPassword, applicationPassword });
    return {
      url: this.postgres.url(DATABASE, APPLICATION_ROLE, applicationPassword),
      ownerUrl: this.postgres.url(DATABASE, OWNER_ROLE, ownerPassword),
    };
  }

  /** To be called when nobody uses it any more. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.reviving;
    await this.postgres.stop();
  }

  private async revive(): Promise<void> {
    while (!this.ending.signal.aborted) {
      const wait = this.budget.waitAfterDeath(Date.now());
      this.say(`PostgreSQL ended. It is started again in ${(wait / 1000).toFixed(1)} s.`);
      try {
        await sleep(wait, undefined, { signal: this.ending.signal });
        await this.postgres.restart();
        this.say('PostgreSQL is back.');
        return;
      } catch (error) {
        if (!this.ending.signal.aborted) this.say(error instanceof Error ? error.message : String(error));
      }
    }
  }
}
