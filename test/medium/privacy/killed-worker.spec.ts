import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { ObjectStore } from '../../../src/platform/storage/index.js';
import { Unpacked } from '../../support/unpacked.js';
import { until } from '../../support/until.js';
import { SECRET, World } from '../../support/world.js';

const root = join(import.meta.dirname, '../../..');
const FILE = 1024 * 1024;

describe('a copy of data whose worker is killed in the middle', () => {
  let folder: string;
  let world: World;
  const workers: ChildProcess[] = [];

  const worker = async (): Promise<ChildProcess> => {
    const child = fork(join(import.meta.dirname, 'worker-process.ts'), [], {
      execArgv: ['--import', join(root, 'test/support/typescript.mjs')],
      env: { PATH: process.env.PATH, NODE_ENV: 'test', SECRET, DATABASE_URL: world.database.applicationUrl, PUBLIC_URL: world.url, STORAGE_DIR: folder, LOG_LEVEL: 'silent' },
    });
    workers.push(child);
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`The worker ended with ${code} before it was ready`)));
    });
    return child;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'viva-export-'));
    world = await World.create({ STORAGE_DIR: folder });
  });
  afterAll(async () => {
    for (const child of workers) child.kill('SIGKILL');
    await world.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  it('is finished by the next worker, whole and once', async () => {
    const me = await world.candidate();
    const { id } = ((await me.get('/api/session')).body as { account: { id: string } }).account;
    for (let files = 0; files < 4; files += 1) {
      await world.app.get(ObjectStore).put({ subject: id, owner: 'candidates', contentType: 'application/pdf', body: randomBytes(FILE), maxBytes: FILE, expiresAt: new Date(Date.now() + 86_400_000) });
    }
    const look = async () => ((await me.get('/api/data-export')).body as { export: { state: string; partsDone: number; parts: number } }).export;
    const first = await worker();
    const owner = new Client({ connectionString: world.database.ownerUrl });
    await owner.connect();
    await owner.query('begin');
    await owner.query('lock table recruiters.shortlist_entry in access exclusive mode');
    await me.post('/api/data-export');
    await until('it is written as far as that table', async () => (await world.database.query(`select from pg_locks where relation = 'recruiters.shortlist_entry'::regclass and not granted`)).length > 0);
    const { partsDone, parts, state } = await look();
    expect([state, partsDone > parts / 2]).toEqual(['building', true]);
    first.kill('SIGKILL');
    await owner.end();
    await worker();
    await until('the next worker has finished it', async () => (await look()).state === 'ready');
    const objects = await world.database.query<{ status: string }>(`select status from storage.object where subject = $1 and owner_module = 'privacy' order by status`, [id]);
    expect(objects.filter(({ status }) => status === 'stored')).toHaveLength(1);
    const copy = await Unpacked.fetch(world, me);
    expect(copy.paths.filter((path) => path.startsWith('files/'))).toHaveLength(4);
    const { files } = copy.json('manifest.json') as { files: { path: string; sha256: string }[] };
    for (const { path, sha256 } of files) expect([path, copy.sha256(path)]).toEqual([path, sha256]);
  });
});
