import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Client } from 'pg';
import { newId } from '../../src/kernel/index.js';
import { keyOf } from '../../src/platform/storage/object-key.js';

const BYTES = Buffer.alloc(4096, 7);
const AT_ONCE = 200;

/** So many small files on the disk, with their rows, due when the clock says so. */
export async function fillFiles(client: Client, folder: string, count: number, days: number): Promise<void> {
  const ids = Array.from({ length: count }, newId);
  for (let from = 0; from < count; from += AT_ONCE) await Promise.all(ids.slice(from, from + AT_ONCE).map((id) => put(join(folder, keyOf(id)))));
  await client.query(
    `insert into storage.object (id, owner_module, content_type, bytes, sha256, sealed, status, expires_at)
       select id, 'interviews', 'audio/webm', $2, repeat('0', 64), false, 'stored', now() + make_interval(days => $3, mins => 30) from unnest($1::uuid[]) id`, [ids, BYTES.length, days]);
}

/** What is left of them: files on the disk, and rows. */
export async function filesLeft(client: Client, folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const { rows: [row] } = await client.query<{ count: number }>('select count(*)::int as count from storage.object');
  return entries.filter((entry) => entry.isFile()).length + (row?.count ?? 0);
}

async function put(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, BYTES);
}
