/**
 * Only some of the product's jobs have someone here who does them, so it has a realm of its own.
 * @jest-environment node
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditLog, AuditModule } from '../../../src/platform/audit/index.js';
import { ClockModule } from '../../../src/platform/clock/index.js';
import { Config, ConfigModule } from '../../../src/platform/config/index.js';
import { Database, DbModule } from '../../../src/platform/db/index.js';
import { JobsModule, JobsRuntime } from '../../../src/platform/jobs/index.js';
import { Inbox, MailModule, MailOutbox, renderMail } from '../../../src/platform/mail/index.js';
import { PolicyModule } from '../../../src/platform/policy/index.js';
import { ObjectStore, StorageModule } from '../../../src/platform/storage/index.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';

const folder = mkdtempSync(join(tmpdir(), 'viva-objects-'));
let database: TestDatabase;
let app: INestApplicationContext;

beforeAll(async () => {
  database = await freshDatabase();
  const config = Config.read({
    NODE_ENV: 'test', SECRET: 'f3c1a9d2e4b5967880716253443526170', DATABASE_URL: database.applicationUrl, STORAGE_DIR: folder,
  });
  class PlatformModule {}
  Module({
    imports: [ConfigModule.with(config), PolicyModule, DbModule, ClockModule, AuditModule, JobsModule, StorageModule, MailModule],
  })(PlatformModule);
  app = await NestFactory.createApplicationContext(PlatformModule, { logger: ['error'] });
  app.get(JobsRuntime).checkHandlers();
});
afterAll(async () => {
  await app.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

it('a mail handed in with a change, and the entry about it, are there once the jobs have run', async () => {
  const db = app.get(Database);
  const mail = await renderMail({
    subject: 'Confirm your address', heading: 'One step left', paragraphs: ['Press the button.'],
    action: { label: 'Confirm', url: 'http://localhost:3000/verify?token=abc' }, footer: 'You signed up.',
  });
  await db.transaction(async (tx) => {
    await app.get(MailOutbox).send(tx, { ...mail, to: 'ada@example.org', template: 'verify-email' });
    await app.get(AuditLog).append(tx, { actor: { kind: 'guest', id: null }, action: 'accounts.signed_up', subject: null });
  });
  await app.get(JobsRuntime).runDue();
  const [line] = await app.get(Inbox).list(db.alone, { limit: 5 });
  expect(await app.get(Inbox).get(db.alone, line?.id ?? '')).toMatchObject({
    to: 'ada@example.org', subject: 'Confirm your address', links: ['http://localhost:3000/verify?token=abc'],
  });
  expect(await db.transaction((tx) => app.get(AuditLog).verify(tx))).toMatchObject({ ok: true, entries: 1 });
  // Nobody's address is left where work waits (invariant 11).
  const left = await database.query(`select from jobs.outbox where payload::text like '%@%'`);
  expect(left).toEqual([]);
});

it('a file that was removed is deleted by the next job', async () => {
  const db = app.get(Database);
  const store = app.get(ObjectStore);
  const { id } = await store.put({
    subject: null, owner: 'interviews', contentType: 'text/plain', expiresAt: new Date(Date.now() + 3_600_000), body: Buffer.from('x'), maxBytes: 1,
  });
  await db.transaction((tx) => store.remove(tx, id));
  await app.get(JobsRuntime).runDue();
  expect(await database.query('select from storage.object')).toEqual([]);
});
