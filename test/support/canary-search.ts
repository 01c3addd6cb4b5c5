import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { unzipSync } from 'fflate';
import { isId } from '../../src/kernel/index.js';
import { DiskVault } from '../../src/platform/storage/disk-vault.js';
import { FRAME_BYTES, SEALED_FRAME_BYTES } from '../../src/platform/storage/sealed-frame.js';
import { SealedVault } from '../../src/platform/storage/sealed-vault.js';
import { secretsIn } from '../../src/runtime/secrets-file.js';
import { type Canary } from './canary.js';

/** Where something of somebody was found, and what: `mail.outbox`, `logs/web` → the names of what it was. */
export type Found = Readonly<Record<string, readonly string[]>>;

const ROWS_AT_ONCE = 500;
/** The database, which is asked row by row, and compiled code. */
const NOT_OURS = new Set(['postgres', 'compiled']);

/** Every row of every table, whatever its columns are: all of it as text, and bytes as hexadecimal digits. */
export async function inDatabase(canary: Canary, ownerUrl: string): Promise<Found> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast' order by 1`);
    const found: Record<string, string[]> = {};
    await client.query('begin isolation level repeatable read read only');
    for (const { name } of tables.rows) add(found, name, await inTable(canary, client, name));
    return found;
  } finally {
    await client.end();
  }
}

async function inTable(canary: Canary, client: Client, name: string): Promise<string[]> {
  const what: string[] = [];
  await client.query(`declare whole cursor for select t::text as row from ${name} t`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${ROWS_AT_ONCE} from whole`);
    for (const { row } of rows) what.push(...canary.in(row));
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await client.query('close whole');
  return what;
}

/** Every file `npm start` keeps, by its name as well, but for PostgreSQL's own: sealed objects are opened, and what is packed is unpacked. */
export async function inDataFolder(canary: Canary, folder: string): Promise<Found> {
  const vault = new SealedVault(new DiskVault(join(folder, 'objects')), Buffer.from(secretsIn(join(folder, 'secrets.json')).storageKey, 'hex'));
  const found: Record<string, string[]> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name));
    const [room = ''] = path.split('/');
    if (!entry.isFile() || NOT_OURS.has(room)) continue;
    try {
      const bytes = readFileSync(join(folder, path));
      const opened = room === 'objects' && isId(entry.name) ? unpacked(await whole(vault, entry.name, bytes.length)) : Buffer.alloc(0);
      add(found, path.replace(/[/-]\d{4}-\d{2}-\d{2}\.\w+$/, ''), [...canary.in(path), ...canary.in(bytes), ...canary.in(opened)]);
    } catch (error) {
      // A file that was deleted since the folder was read has nothing in it.
      if (existsSync(join(folder, path))) throw error;
    }
  }
  return found;
}

/** All that is behind a sealed file of this length. */
async function whole(vault: SealedVault, id: string, sealedBytes: number): Promise<Buffer> {
  const bytes = sealedBytes - Math.ceil(sealedBytes / SEALED_FRAME_BYTES) * (SEALED_FRAME_BYTES - FRAME_BYTES);
  const pieces: Buffer[] = [];
  for await (const piece of vault.pieces(id, bytes, Buffer.alloc(SEALED_FRAME_BYTES))) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** Every key of a Redis, whatever its type. */
export async function inRedis(canary: Canary, url: string): Promise<Found> {
  const redis = new Redis(url);
  const found: Record<string, string[]> = {};
  try {
    for (const key of (await redis.keys('*')).map(String)) add(found, key, [...canary.in(key), ...canary.in(JSON.stringify(await valueOf(redis, key)))]);
    return found;
  } finally {
    redis.disconnect();
  }
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  const read: Record<string, () => Promise<unknown>> = {
    string: () => redis.get(key), hash: () => redis.hgetall(key), list: () => redis.lrange(key, 0, -1), set: () => redis.smembers(key),
    zset: () => redis.zrange(key, '0', '-1'), stream: () => redis.xrange(key, '-', '+'),
  };
  const type = await redis.type(key);
  const reader = read[type];
  // A key that ended between the two questions has nothing in it.
  if (!reader && type !== 'none') throw new Error(`Nobody knows how to read a ${type} of Redis`);
  return reader?.() ?? null;
}

/** The files in an archive one after the other; anything else as it is. */
function unpacked(bytes: Buffer): Buffer {
  return bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' ? Buffer.concat(Object.values(unzipSync(bytes))) : bytes;
}

function add(found: Record<string, string[]>, where: string, what: readonly string[]): void {
  if (what.length > 0) found[where] = [...new Set(what)].toSorted();
}
