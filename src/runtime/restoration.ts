import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Config } from '../platform/config/index.js';
import { writeLines } from '../platform/journal/index.js';
import { type Manifest, readManifest, verify } from './backup-manifest.js';
import { copyOut } from './copied-tree.js';
import { DayLog } from './day-log.js';
import { endOrphan } from './embedded-postgres.js';
import { type Installation } from './installation.js';
import { partEnvironment } from './part-environment.js';
import { PostgresKeeper } from './postgres-keeper.js';
import { migrateDatabase, replayJournal } from './programs.js';
import { mustFit, type RestoreWish } from './restore-wish.js';
import { secretsIn } from './secrets-file.js';
import { waitingFacts } from './waiting-facts.js';

/** Puts a backup in place and has it forget again; until that has ended, nothing starts. Whatever breaks it off, the same command goes on. */
export class Restoration {
  constructor(
    private readonly installation: Installation,
    private readonly say: (line: string) => void,
  ) {}

  async from(backup: string, wish: RestoreWish): Promise<void> {
    const { data, given, journal } = this.installation;
    if (given.DATABASE_URL) throw new Error('The database of DATABASE_URL is restored with its own means: docs/backup.md says how. Then run: npm run restore -- --replay');
    const manifest = await readManifest(backup);
    mustFit(this.installation, manifest, wish);
    await verify(backup, manifest);
    mkdirSync(data, { recursive: true, mode: 0o711 });
    mkdirSync(join(data, 'logs'), { recursive: true, mode: 0o700 });
    const lock = this.installation.take();
    try {
      await endOrphan(this.installation.postgres);
      if (this.installation.isWhole && !existsSync(this.installation.restoring)) await this.saveWhatWaits();
      if (journal !== null) mkdirSync(journal, { recursive: true, mode: 0o700 });
      this.place(backup, manifest);
      await this.withPostgres(async (environment) => {
        await migrateDatabase(environment);
        await replayJournal(environment, wish.withoutJournal);
      });
      // A power cut must not leave half of it, and nothing that says so.
      spawnSync('sync');
      rmSync(this.installation.restoring);
    } finally {
      lock.release();
    }
    this.say(`Restored what was backed up on ${manifest.madeAt.slice(0, 16).replace('T', ' at ')} (UTC) into ${data}. Start it with npm start.`);
  }

  /** Facts that the database to be replaced has not written down yet, as far as it still opens. Where they cannot be written, it is not replaced. */
  private async saveWhatWaits(): Promise<void> {
    let environment: Record<string, string> = {};
    let facts: readonly unknown[] = [];
    try {
      await this.withPostgres(async (found) => {
        environment = found;
        facts = await waitingFacts(found);
      });
    } catch (error) {
      this.say(`The database that is replaced could not be asked for what was deleted in its last minute: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (facts.length === 0) return;
    await writeLines(Config.read(environment).settings, facts);
    this.say(`${facts.length} deletions, withdrawals and numbers of invoices of the last moments went into the journal.`);
  }

  private place(backup: string, manifest: Manifest): void {
    const { restoring, postgres, objects, secrets } = this.installation;
    const places = [['data/postgres', postgres], ['data/secrets.json', secrets], ...(objects === null ? [] : [['data/objects', objects] as const])] as const;
    try {
      for (const [path, to] of places) layBeside(backup, manifest, path, to);
    } catch (error) {
      // As of a disk that is full: what was there is untouched, and starts again.
      for (const [, to] of places) rmSync(`${to}.restoring`, { recursive: true, force: true });
      throw error;
    }
    writeFileSync(restoring, `${JSON.stringify({ madeAt: manifest.madeAt })}\n`, { mode: 0o600, flush: true });
    for (const [, to] of places) {
      rmSync(to, { recursive: true, force: true });
      renameSync(`${to}.restoring`, to);
    }
    this.placePolicy(backup, manifest);
  }

  /** A policy that people were told since is not overwritten by an older one. */
  private placePolicy(backup: string, { files }: Manifest): void {
    const changed = files.map(({ path }) => path).filter((path) => path.startsWith('policies/') && !isSame(join(backup, path), join(this.installation.policies, path.slice('policies/'.length))));
    if (changed.length > 0) this.say(`What is in ${this.installation.policies} stays, although it has changed since: ${changed.join(', ')} of the backup are different.`);
  }

  private async withPostgres(work: (environment: Record<string, string>) => Promise<void>): Promise<void> {
    const { data, given, policy, secrets: file } = this.installation;
    const secrets = secretsIn(file);
    const log = new DayLog(join(data, 'logs', 'postgres.log'), (written) => policy.expiresAt('usageLog', written));
    const postgres = new PostgresKeeper(data, secrets, log, this.say);
    try {
      const embedded = await postgres.start();
      await work(partEnvironment(given, { dataDirectory: data, port: Number(given.PORT) || 3000, secrets, embedded }));
    } finally {
      await postgres.stop();
    }
  }
}

function isSame(one: string, other: string): boolean {
  return existsSync(other) && readFileSync(one).equals(readFileSync(other));
}

/** Copies what is restored to where a rename puts it in its place. */
function layBeside(backup: string, manifest: Manifest, path: string, to: string): void {
  rmSync(`${to}.restoring`, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  copyOut(backup, manifest, path, `${to}.restoring`);
  // Nothing was ever stored when this was made.
  if (!existsSync(`${to}.restoring`)) mkdirSync(`${to}.restoring`, { mode: 0o700 });
}
