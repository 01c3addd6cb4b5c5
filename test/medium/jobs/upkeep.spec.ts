/**
 * Jobs are defined here that no product has, so it has a realm of its own.
 * @jest-environment node
 */
import { type INestApplicationContext } from '@nestjs/common';
import { Database } from '../../../src/platform/db/index.js';
import { JobsRuntime, Outbox, prepareQueues } from '../../../src/platform/jobs/index.js';
import { JobRunner } from '../../../src/platform/jobs/job-runner.js';
import { tidyJobs } from '../../../src/platform/jobs/jobs-tidy.js';
import { Timetable } from '../../../src/platform/jobs/timetable.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';
import { Errands, happened, note, ponder, stumble } from './errands.js';
import { application } from './working.js';

describe('the outbox', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  beforeEach(async () => {
    database = await freshDatabase();
    await database.query('create schema test');
    await database.query('create table test.errand (says text not null)');
    app = await application({ DATABASE_URL: database.applicationUrl }, [Errands]);
    // Right behind a full hour: a minute that begins while a test runs would be work that it does not count on.
    const [row] = await database.query<{ by: string }>(`select (date_trunc('hour', now()) + interval '1 hour 5 seconds' - now())::text as by`);
    await database.moveClock(row?.by ?? '');
  });
  afterEach(async () => {
    await app.close();
    await database.drop();
  });

  const said = async () => (await database.query<{ says: string }>('select says from test.errand order by says')).map(({ says }) => says);
  const transaction = (work: (outbox: Outbox, tx: Parameters<Outbox['enqueue']>[0]) => Promise<void>) =>
    app.get(Database).transaction((tx) => work(app.get(Outbox), tx));

  it('can be worked off in one go without a queue', async () => {
    await transaction(async (outbox, tx) => {
      await outbox.enqueue(tx, note, { errand: 'now' });
      await outbox.enqueue(tx, note, { errand: 'later' }, { afterSeconds: 600 });
      await outbox.publish(tx, happened, { errand: 'rain' });
    });
    expect(await app.get(JobsRuntime).runDue()).toBe(3);
    expect(await said()).toEqual(['first heard rain', 'now', 'second heard rain']);
  });

  it('makes up once for the ticks that nobody was there for, and keeps its place over a restart', async () => {
    const timetable = app.get(Timetable);
    await timetable.enter();
    await database.moveClock('3 hours');
    await timetable.enter();
    await app.get(JobsRuntime).runDue();
    expect(await said()).toEqual(['tick']);
  });

  it('leaves a tick out while the one before it is not done', async () => {
    const timetable = app.get(Timetable);
    await timetable.enter();
    for (let minute = 0; minute < 3; minute += 1) {
      await database.moveClock('1 minute');
      await timetable.tick();
    }
    expect(await database.query(`select from jobs.outbox where name = 'test.tick'`)).toHaveLength(1);
  });

  it('keeps what has ended for the seven days of the policy, and what has not for as long as it takes', async () => {
    await transaction(async (outbox, tx) => {
      await outbox.enqueue(tx, note, { errand: 'old' });
      await outbox.enqueue(tx, note, { errand: 'pending' }, { afterSeconds: 30 * 86_400 });
      await outbox.enqueue(tx, stumble, { errand: 'oops' });
    });
    await app.get(JobsRuntime).runDue();
    await database.query(`update jobs.outbox set status = 'dead', ended_at = clock.now() where name = 'test.stumble'`);
    const tidied = async () => {
      await transaction((outbox, tx) => outbox.enqueue(tx, tidyJobs, {}));
      await app.get(JobsRuntime).runDue();
      return database.query(`select distinct name, status from jobs.outbox where name in ('test.note', 'test.stumble') order by name, status`);
    };
    await database.moveClock('6 days 23 hours 59 minutes');
    expect(await tidied()).toHaveLength(3);
    await database.moveClock('1 minute');
    expect(await tidied()).toEqual([{ name: 'test.note', status: 'waiting' }]);
  });

  it('lets one worker at a time have a job that was handed over twice, and none once it is done', async () => {
    Errands.pondered = 0;
    await transaction((outbox, tx) => outbox.enqueue(tx, ponder, { errand: 'twice' }));
    const [row] = await database.query<{ id: string }>(`update jobs.outbox set status = 'handed_over', handed_over_at = now() returning id`);
    const runner = app.get(JobRunner);
    await Promise.all([runner.run(row?.id ?? ''), runner.run(row?.id ?? '')]);
    await runner.run(row?.id ?? '');
    expect(Errands.pondered).toBe(1);
  });

  it('gives a job up that vanished with its worker ten times', async () => {
    await transaction((outbox, tx) => outbox.enqueue(tx, note, { errand: 'deadly' }));
    await database.query(`update jobs.outbox set status = 'handed_over', handed_over_at = now(), leased_until = now() - interval '1 second', losses = 9`);
    await prepareQueues(database.ownerUrl);
    await app.get(JobsRuntime).start();
    await until('it is given up', async () => (await database.query(`select from jobs.outbox where status = 'dead'`)).length === 1);
    expect(await database.query('select status, fault from jobs.outbox')).toEqual([{ status: 'dead', fault: 'jobs.worker_lost' }]);
    expect(await said()).toEqual([]);
  });

  it('can have its queues prepared by two processes at once, and again', async () => {
    await Promise.all([prepareQueues(database.ownerUrl), prepareQueues(database.ownerUrl)]);
    await prepareQueues(database.ownerUrl);
    expect(await database.query(`select from pg_sequences where schemaname = 'bullmq' and sequencename = bullmq.job_id_seq_name('ai')`)).toHaveLength(1);
  });
});
