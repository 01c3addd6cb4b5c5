import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { accountOf, askedFor, earned, waitingToBeIssued } from './certificates.js';
import { until } from './until.js';
import { SECRET, type World } from './world.js';

export interface UnderFire {
  readonly certificates: number;
  /** So many of them show a part of a video. */
  readonly videos: number;
  /** Where one worker after the other dies, and at which time it comes by: `stored@3`. The last one lives. There must be work enough for all of them. */
  readonly ends: readonly string[];
}

/** Has certificates issued by workers that are killed one after the other; what is there in the end, once whatever nobody needs has gone. */
export async function issuedUnderFire(world: World, folder: string, { certificates, videos, ends }: UnderFire): Promise<Record<string, number>> {
  const me = await world.candidate();
  const accountId = await accountOf(me);
  for (let count = 0; count < videos; count += 1) {
    const { interviewId, takeId } = await earned(world, accountId, { video: true });
    await askedFor(world, me, interviewId, { takeId, published: true });
  }
  await waitingToBeIssued(world, accountId, certificates - videos);
  for (const place of ends) {
    const [, signal] = (await once(startWorker(world, folder, place), 'exit')) as [number | null, string | null];
    if (signal !== 'SIGKILL') throw new Error(`The worker did not die at ${place}`);
  }
  const last = startWorker(world, folder);
  const { Database } = await import('../../src/platform/db/index.js');
  const db = world.app.get(Database);
  await until('all are issued', async () => (await db.alone.query<object[]>(`select from certificates.certificate where state <> 'issued' limit 1`)).length === 0, 600_000);
  await world.bury(last);
  // What killed workers had stored in vain is over after ten minutes, what they were storing after an hour.
  await world.database.moveClock('2 hours');
  await world.settle();
  return { ...(await facts(world)), onDisk: (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length };
}

/** The worker of the product as a process of its own. */
function startWorker({ database, url }: World, folder: string, killAt?: string): ChildProcess {
  return fork(join(import.meta.dirname, '../medium/privacy/worker-process.ts'), [], {
    execArgv: ['--import', join(import.meta.dirname, 'typescript.mjs')],
    env: {
      PATH: process.env.PATH, NODE_ENV: 'test', SECRET, DATABASE_URL: database.applicationUrl, PUBLIC_URL: url, STORAGE_DIR: folder, LOG_LEVEL: 'silent',
      ...(killAt === undefined ? {} : { FAULT_KILL_AT: killAt.startsWith('any') ? killAt : `certificates.${killAt}` }),
    },
  });
}

async function facts(world: World): Promise<Record<string, number>> {
  const [found] = await world.database.query<Record<string, number>>(
    `select (select count(*)::int from certificates.certificate where state = 'issued') as issued, (select count(distinct (status_list, status_index))::int from certificates.certificate) as places,
       (select count(*)::int from certificates.clip) as clips, (select count(*)::int from certificates.publication) as published,
       (select count(*)::int from jobs.outbox where name = 'certificates.issued' and kind = 'event') as events, (select count(*)::int from jobs.outbox where status = 'dead') as dead,
       (select count(*)::int from mail.outbox where template = 'certificate-ready') as mails,
       (select count(*)::int from storage.object where owner_module = 'certificates') as objects,
       (select count(*)::int from (select object, bytes, sha256 from certificates.file union all select object, bytes, sha256 from certificates.clip) f
          join storage.object o on o.id = f.object and o.status = 'stored' and o.bytes = f.bytes and o.sha256 = f.sha256 and o.expires_at > clock.now() + interval '5 months') as whole`);
  return found ?? {};
}
