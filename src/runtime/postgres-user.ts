import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How to start a program that refuses to run as root. */
export interface RunAs {
  /** Words before the program's own command line. */
  readonly prefix: readonly string[];
  /** Who owns the data directory, and whose process it is; absent when that is simply us. */
  readonly owner?: Identity;
}

interface Identity {
  readonly uid: number;
  readonly gid: number;
}

/** The command line and the spawn options that `runAs` makes of a program. */
export function commandAs(runAs: RunAs, program: string, parameters: readonly string[]): { file: string; words: string[]; options: Partial<Identity> } {
  const [file = program, ...words] = [...runAs.prefix, program, ...parameters];
  return { file, words, options: runAs.owner ?? {} };
}

/**
 * Finds a way to run PostgreSQL, which refuses root. Root first takes a user namespace in which it has another number:
 * its files stay root's own, so it works in folders that no other user may enter (`/root`). Where there are no
 * namespaces it becomes the user who owns the folder, or `nobody`.
 */
export function postgresUser(dataDirectory: string, program: string): RunAs {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  if (process.getuid?.() !== 0) return { prefix: [] };
  const found = candidates(dataDirectory).find((runAs) => {
    giveTo(dataDirectory, runAs.owner ?? { uid: 0, gid: 0 });
    return canRun(runAs, dataDirectory, program);
  });
  if (!found) {
    throw new Error(`PostgreSQL refuses to run as root, and no other user can reach ${dataDirectory}. Start as a normal user, put the data elsewhere (npm start -- --data DIR), or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL server.`);
  }
  return found;
}

function candidates(dataDirectory: string): RunAs[] {
  const users = knownUsers();
  const [other] = users;
  const ways: RunAs[] = other ? [{ prefix: ['unshare', '--user', `--map-user=${other.uid}`, `--map-group=${other.gid}`, '--'] }] : [];
  const people = [users.find(({ uid }) => uid === ownerOf(dataDirectory)), users.find(({ name }) => name === 'postgres'), users.find(({ name }) => name === 'nobody')];
  return [...ways, ...people.filter((person) => person !== undefined).map(({ uid, gid }) => ({ prefix: [], owner: { uid, gid } }))];
}

/** initdb looks its user up by number, so only users that are written down will do. */
function knownUsers(): (Identity & { name: string })[] {
  if (!existsSync('/etc/passwd')) return [];
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid = '0', gid = '0']) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0);
}

function canRun(runAs: RunAs, dataDirectory: string, program: string): boolean {
  const { file, words, options } = commandAs(runAs, 'sh', ['-c', 'test -w "$1" && "$2" --version', 'sh', dataDirectory, program]);
  return spawnSync(file, words, { ...options, stdio: 'ignore', cwd: '/' }).status === 0;
}

/** Who, other than root, owns the nearest folder around it: they can reach it. */
function ownerOf(folder: string): number {
  const parent = dirname(folder);
  const { uid } = lstatSync(parent);
  return uid !== 0 || parent === folder ? uid : ownerOf(parent);
}

function giveTo(path: string, owner: Identity): void {
  const found = lstatSync(path);
  if (found.uid === owner.uid && found.gid === owner.gid) return;
  chownSync(path, owner.uid, owner.gid);
  if (found.isDirectory()) readdirSync(path).forEach((name) => giveTo(join(path, name), owner));
}
