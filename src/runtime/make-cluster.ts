import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandAs, postgresUser } from './postgres-user.js';

/** A new cluster is a thousand files: one by one, a slow disk takes a minute to sync them. */
const SYNCED_AT_ONCE = process.platform === 'linux' ? ['--sync-method=syncfs'] : [];

/** What `initdb` needs to know. */
export interface NewCluster {
  readonly dataDirectory: string;
  readonly password: string;
  readonly logFile: string;
  /** False for tests: nothing is forced to the disk. */
  readonly durable: boolean;
}

/**
 * Makes a cluster with a superuser `postgres`. It is made beside its place and moved there when complete, so that one
 * that was interrupted is simply made anew.
 */
export function makeCluster(initdb: string, { dataDirectory, password, logFile, durable }: NewCluster): void {
  const unfinished = `${dataDirectory}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const runAs = postgresUser(unfinished, initdb);
  const passwordFile = join(tmpdir(), `viva-voce-${randomUUID()}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs.owner) chownSync(passwordFile, runAs.owner.uid, runAs.owner.gid);
  const log = openSync(logFile, 'a', 0o600);
  try {
    const { file, words, options } = commandAs(runAs, initdb, [
      '-D', unfinished, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8',
      `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
      '--no-instructions', ...(durable ? SYNCED_AT_ONCE : ['--no-sync']),
    ]);
    const { status } = spawnSync(file, words, { ...options, stdio: ['ignore', log, log], cwd: '/' });
    if (status !== 0) throw new Error(`The database could not be made. The last words of ${logFile}:\n${lastLines(logFile)}`);
  } finally {
    closeSync(log);
    rmSync(passwordFile, { force: true });
  }
  rmSync(dataDirectory, { recursive: true, force: true });
  renameSync(unfinished, dataDirectory);
}

/** True when `dataDirectory` holds a complete cluster. */
export function isCluster(dataDirectory: string): boolean {
  return existsSync(join(dataDirectory, 'PG_VERSION'));
}

/** The end of a log, to show beside the sentence that names the file. */
export function lastLines(file: string, count = 8): string {
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').trim().split('\n').slice(-count).join('\n');
}
