/**
 * Jobs are defined here that no product has, so it has a realm of its own.
 * @jest-environment node
 */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type INestApplicationContext } from '@nestjs/common';
import { Database, databaseFaults } from '../../../src/platform/db/index.js';
import { JobsRuntime, Outbox, prepareQueues } from '../../../src/platform/jobs/index.js';
import { type BreakableDatabase, breakableDatabase } from './breakable-database.js';
import { dawdle, Errands, happened, linger, nap, note, ponder, stumble } from './errands.js';
import { redisIsThere, type RedisServer, startRedis } from './redis-server.js';
import { application } from './working.js';

const support = join(import.meta.dirname, '../../support');
const stores = redisIsThere() ? (['postgres', 'redis'] as const) : (['postgres'] as const);

describe.each(stores)('jobs with their queues on %s', (store) => {
  let database: BreakableDatabase;
  let redis: RedisServer | undefined;
  let environment: Record<string, string | undefined>;
  let web: INestApplicationContext;
  const workers: INestApplicationContext[] = [];
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    database = await breakableDatabase();
    await prepareQueues(database.ownerUrl);
    await database.query('create schema test');
    await database.query('create table test.errand (says text not null)');
    if (store === 'redis') redis = await startRedis();
    environment = { DATABASE_URL: database.applicationUrl, REDIS_URL: redis?.url };
    web = await application(environment, [Errands]);
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(workers.map((worker) => worker.close()));
    await web.close();
    await redis?.stop();
    await database.drop();
  });

  const transaction = (work: (outbox: Outbox, tx: Parameters<Outbox['enqueue']>[0]) => Promise<void>) =>
    web.get(Database).transaction((tx) => work(web.get(Outbox), tx));
  const startWorker = async () => {
    const worker = await application(environment, [Errands]);
    workers.push(worker);
    await worker.get(JobsRuntime).start();
    return worker;
  };
  const said = async (like: string) =>
    (await database.query<{ says: string }>('select says from test.errand where says like $1 order by says', [like])).map(({ says }) => says);
  const rowOf = async (name: string) => (await database.query('select * from jobs.outbox where name = $1', [name]))[0];
  const until = async (isSo: () => Promise<boolean>, seconds = 60) => {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(50)) if (await isSo()) return;
    throw new Error(`Not so within ${seconds} s; the outbox holds ${JSON.stringify(await database.query('select * from jobs.outbox'))}`);
  };
  const allDone = async () => (await database.query(`select from jobs.outbox where status in ('waiting', 'handed_over') and run_at <= clock.now()`)).length === 0;

  it('runs work after the commit that asked for it, and forgets what was rolled back', async () => {
    await startWorker();
    await transaction((outbox, tx) => outbox.enqueue(tx, note, { errand: 'kept' }));
    const cancelled = transaction(async (outbox, tx) => {
      await outbox.enqueue(tx, note, { errand: 'cancelled' });
      throw new Error('changed my mind');
    });
    await expect(cancelled).rejects.toThrow('changed my mind');
    await until(async () => (await said('kept')).length === 1);
    await until(allDone);
    expect(await said('cancelled')).toEqual([]);
  });

  it('tells each listener of an event once', async () => {
    await transaction((outbox, tx) => outbox.publish(tx, happened, { errand: 'thunder' }));
    await until(async () => (await said('%heard thunder')).length === 2);
    await until(allDone);
    expect(await said('%heard thunder')).toEqual(['first heard thunder', 'second heard thunder']);
  });

  it('refuses a payload that does not fit, and drops what nobody asked for', async () => {
    const unfit = transaction((outbox, tx) => outbox.enqueue(tx, note, { errand: 7 } as unknown as { errand: string }));
    await expect(unfit).rejects.toThrow(/errand/);
    await transaction((outbox, tx) => outbox.enqueue(tx, note, { errand: 'bare', email: 'ada@example.org' } as { errand: string }, { afterSeconds: 3600 }));
    const rows = await database.query(`delete from jobs.outbox where payload->>'errand' = 'bare' returning payload`);
    expect(rows).toEqual([{ payload: { errand: 'bare' } }]);
  });

  it('tries again after ever longer pauses, then gives up and keeps the code of the error but not its words', async () => {
    await transaction((outbox, tx) => outbox.enqueue(tx, stumble, { errand: 'oops' }));
    await until(async () => (await rowOf('test.stumble'))?.['status'] === 'dead');
    expect(await said('oops%')).toEqual(['oops 1', 'oops 2', 'oops 3']);
    expect(await rowOf('test.stumble')).toMatchObject({ attempts: 3, fault: 'test.stumbled' });
    expect(JSON.stringify(await rowOf('test.stumble'))).not.toContain('Ada');
    const { queues } = await web.get(JobsRuntime).describe();
    expect(queues.find(({ queue }) => queue === 'ai')).toMatchObject({ dead: 1, waiting: 0, handedOver: 0 });
  });

  it('stops a run that takes longer than it may', async () => {
    await transaction((outbox, tx) => outbox.enqueue(tx, dawdle, { errand: 'slow' }));
    await until(async () => (await rowOf('test.dawdle'))?.['status'] === 'dead');
    expect(await rowOf('test.dawdle')).toMatchObject({ fault: 'jobs.timed_out' });
  });

  it('waits with work that is for later', async () => {
    await transaction((outbox, tx) => outbox.enqueue(tx, note, { errand: 'tomorrow' }, { afterSeconds: 86_400 }));
    await transaction((outbox, tx) => outbox.enqueue(tx, note, { errand: 'today' }));
    await until(async () => (await said('today')).length === 1);
    expect(await said('tomorrow')).toEqual([]);
    await database.moveClock('1 day');
    await until(async () => (await said('tomorrow')).length === 1);
  });

  it('shares 200 jobs and each minute of the timetable between two workers, and does none twice', async () => {
    await startWorker();
    await database.moveClock('1 minute');
    await until(async () => (await said('tick')).length > 0);
    await until(allDone);
    const ticks = (await said('tick')).length;
    await transaction(async (outbox, tx) => {
      for (let i = 100; i < 300; i += 1) await outbox.enqueue(tx, note, { errand: `many ${i}` });
    });
    await database.moveClock('1 minute');
    await until(async () => (await said('many%')).length >= 200 && (await said('tick')).length > ticks);
    await until(allDone);
    expect(new Set(await said('many%')).size).toBe(200);
    expect((await said('many%')).length).toBe(200);
    const minutes = async () => (await database.query<{ tick: string }>(`select tick::text from jobs.outbox where name = 'test.tick'`)).map(({ tick }) => tick);
    // Another minute may begin while we look.
    await until(async () => (await said('tick')).length === (await minutes()).length);
    const ticked = await minutes();
    expect(new Set(ticked).size).toBe(ticked.length);
  });

  it('gives unfinished work back when it is told to stop', async () => {
    await transaction((outbox, tx) => outbox.enqueue(tx, linger, { errand: 'drained' }));
    await until(async () => (await said('drained begun')).length === 1);
    await Promise.all(workers.splice(0).map((worker) => worker.close()));
    expect(await rowOf('test.linger')).toMatchObject({ status: 'waiting', attempts: 0, losses: 0, lease: null });
    await startWorker();
    await until(async () => (await said('drained done')).length === 1);
    await until(allDone);
    expect(await said('drained begun')).toHaveLength(2);
    await database.query(`delete from jobs.outbox where name = 'test.linger'`);
  });

  it('has another worker do what one was killed at', async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close()));
    const child = fork(join(import.meta.dirname, 'worker-process.ts'), [], {
      execArgv: ['--import', join(support, 'typescript.mjs')],
      env: { ...process.env, ...environment, NODE_OPTIONS: '' },
    });
    children.push(child);
    await new Promise((resolve) => child.once('message', resolve));
    await transaction((outbox, tx) => outbox.enqueue(tx, linger, { errand: 'orphan' }));
    await until(async () => (await said('orphan begun')).length === 1);
    child.kill('SIGKILL');
    const killed = Date.now();
    await startWorker();
    await until(async () => (await said('orphan done')).length === 1);
    process.stdout.write(`A killed worker's job was done ${((Date.now() - killed) / 1000).toFixed(1)} s later (${store})\n`);
    await until(allDone);
    expect(await said('orphan done')).toHaveLength(1);
    expect(await rowOf('test.linger')).toMatchObject({ status: 'done', losses: 1, attempts: 0 });
  });

  it('loses nothing when the queue loses everything', async () => {
    let wakeUp = (): void => undefined;
    Errands.wake = new Promise((resolve) => { wakeUp = resolve; });
    await transaction(async (outbox, tx) => {
      for (let i = 100; i < 160; i += 1) await outbox.enqueue(tx, nap, { errand: `flushed ${i}` });
    });
    const handedOver = async (begun: boolean) => (await database.query(`select from jobs.outbox where status = 'handed_over' and (leased_until is not null) = $1`, [begun])).length;
    await until(async () => (await handedOver(true)) > 4 && (await handedOver(false)) > 20);
    await redis?.flush();
    if (!redis) await database.query('truncate bullmq.job cascade');
    expect(await handedOver(false)).toBeGreaterThan(20);
    wakeUp();
    await until(async () => new Set(await said('flushed%')).size === 60);
    await until(allDone);
    expect(await said('flushed%')).toHaveLength(60);
  });

  it('goes on by itself when PostgreSQL was away, and does not repeat what ended meanwhile', async () => {
    Errands.pondered = 0;
    await transaction(async (outbox, tx) => {
      await outbox.enqueue(tx, ponder, { errand: 'why' });
      for (let i = 100; i < 140; i += 1) await outbox.enqueue(tx, nap, { errand: `cut off ${i}` });
    });
    await until(async () => (await said('cut off%')).length > 4 && Errands.pondered === 1);
    await database.shut();
    await pause(2_500);
    await database.open();
    const back = Date.now();
    await transaction((outbox, tx) => outbox.enqueue(tx, note, { errand: 'after the cut' }));
    await until(async () => (await said('after the cut')).length === 1);
    await until(async () => new Set(await said('cut off%')).size === 40);
    process.stdout.write(`All was done ${((Date.now() - back) / 1000).toFixed(1)} s after PostgreSQL came back (${store})\n`);
    await until(allDone);
    expect(await rowOf('test.ponder')).toMatchObject({ status: 'done', attempts: 0, losses: 0 });
    expect(Errands.pondered).toBe(1);
  });

  if (store === 'redis') {
    it('takes work while Redis is away, and does it when Redis is back and empty', async () => {
      const port = Number(new URL(redis?.url ?? '').port);
      await redis?.stop();
      await transaction((outbox, tx) => outbox.enqueue(tx, note, { errand: 'without Redis' }));
      await pause(2_000);
      expect(await said('without Redis')).toEqual([]);
      redis = await startRedis(port);
      await until(async () => (await said('without Redis')).length === 1);
    });
  }

  it('owns nothing in the database, whatever ran', async () => {
    expect(await databaseFaults(database.applicationUrl)).toEqual([]);
  });
});
