import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BackedUpFile, hashOf } from './backup-manifest.js';

/** What of PostgreSQL says where it runs, which is nowhere in a copy. */
const OF_A_RUN = new Set(['postmaster.pid', 'postmaster.opts']);

/** Folders and files as they stand in a manifest. */
export interface CopiedTree {
  readonly folders: string[];
  readonly files: BackedUpFile[];
}

/** Copies a file, or a folder with all in it, to `path` within `backup`; nothing when there is none. */
export async function copyInto(backup: string, from: string, path: string): Promise<CopiedTree> {
  if (!existsSync(from)) return { folders: [], files: [] };
  if (!statSync(from).isDirectory()) return { folders: [], files: [await copyFile(backup, from, path)] };
  mkdirSync(join(backup, path), { recursive: true, mode: 0o700 });
  const inside = { folders: [path], files: [] as BackedUpFile[] };
  for (const name of readdirSync(from).filter((each) => !OF_A_RUN.has(each))) {
    const { folders, files } = await copyInto(backup, join(from, name), `${path}/${name}`);
    inside.folders.push(...folders);
    inside.files.push(...files);
  }
  return inside;
}

/** Puts what lies under `path` of a backup into `to`. Its modes are ours, whatever it was carried on meanwhile: nobody else may read it. */
export function copyOut(backup: string, { folders, files }: CopiedTree, path: string, to: string): void {
  const within = (found: string): boolean => found === path || found.startsWith(`${path}/`);
  for (const folder of folders.filter(within)) mkdirSync(join(to, folder.slice(path.length)), { recursive: true, mode: 0o700 });
  for (const file of files.filter((each) => within(each.path))) {
    const target = join(to, file.path.slice(path.length));
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    place(join(backup, file.path), target);
  }
}

async function copyFile(backup: string, from: string, path: string): Promise<BackedUpFile> {
  const to = join(backup, path);
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  place(from, to);
  return { path, bytes: statSync(to).size, sha256: await hashOf(to) };
}

function place(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  chmodSync(to, 0o600);
}
