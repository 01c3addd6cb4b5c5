/**
 * Jobs are defined here that no product has, so it has a realm of its own.
 * @jest-environment node
 */
import { type INestApplicationContext, Injectable, type Provider } from '@nestjs/common';
import { z } from 'zod';
import { defineEvent, defineJob, JobsRuntime, OnEvent, OnJob } from '../../../src/platform/jobs/index.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';
import { application } from './working.js';

const nothing = z.object({});
const greet = defineJob({ name: 'test.greet', queue: 'default', payload: nothing, attempts: 1, timeoutMs: 1_000, says: 'Greets.' });
const greeted = defineEvent('test.greeted', nothing);

@Injectable()
class Greeter {
  @OnJob(greet)
  greet(): Promise<void> {
    return Promise.resolve();
  }

  @OnEvent(greeted)
  hear(): Promise<void> {
    return Promise.resolve();
  }
}

@Injectable()
class Rival {
  @OnJob(greet)
  greetToo(): Promise<void> {
    return Promise.resolve();
  }

  @OnEvent(greeted, { name: 'Greeter.hear' })
  hear(): Promise<void> {
    return Promise.resolve();
  }
}

describe('a worker at its start', () => {
  let database: TestDatabase;
  let app: INestApplicationContext | undefined;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterEach(() => app?.close());
  afterAll(() => database.drop());

  const starting = async (...providers: Provider[]) => {
    app = await application({ DATABASE_URL: database.applicationUrl }, providers);
    return app.get(JobsRuntime);
  };

  it('refuses a job that nobody does, and names it', async () => {
    await expect((await starting()).start()).rejects.toThrow('test.greet has no handler');
  });

  it('refuses a job that two do and a listener that listens twice, and names them', async () => {
    const runtime = await starting(Greeter, Rival);
    expect(() => runtime.checkHandlers()).toThrow('test.greet has 2 handlers (Greeter.greet, Rival.greetToo); Greeter.hear to test.greeted listens twice');
  });

  it('is content when each job is done by one', async () => {
    expect((await starting(Greeter)).checkHandlers()).toBeUndefined();
  });

  it('refuses queues in PostgreSQL that were not prepared', async () => {
    await database.query('drop schema if exists bullmq cascade');
    await expect((await starting(Greeter)).start()).rejects.toThrow(/bullmq/);
    // Nobody would be there to hear that a connection which was left open is cut.
    await until('no connection of the queues', async () => (await database.query(`select from pg_stat_activity where datname = current_database() and application_name = 'viva-voce queues'`)).length === 0, 5_000);
  });
});
