import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DataSource } from 'typeorm';
import { AuditLog } from '../../../src/platform/audit/index.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';

const root = join(import.meta.dirname, '../../..');
let database: TestDatabase;

const verifyAudit = (environment: Record<string, string> = { SECRET: 'f3c1a9d2e4b5967880716253443526170', DATABASE_URL: database.applicationUrl }): Promise<{ code: number; said: string }> =>
  promisify(execFile)(process.execPath, ['--import', './test/support/typescript.mjs', 'src/platform/audit/verify-audit.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
  }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }),
  );

beforeAll(async () => {
  database = await freshDatabase();
  const connections = await new DataSource({ type: 'postgres', url: database.applicationUrl }).initialize();
  for (let count = 0; count < 3; count += 1) {
    await connections.transaction((tx) => new AuditLog().append(tx, { actor: { kind: 'system', id: null }, action: 'privacy.swept', subject: null }));
  }
  await connections.destroy();
});
afterAll(() => database.drop());

it('the command says in one line that the log is whole, and fails when it was tampered with', async () => {
  expect(await verifyAudit()).toEqual({ code: 0, said: expect.stringMatching(/^The audit log is whole: 3 entries, newest hash [0-9a-f]{64}\n$/) as string });
  await database.query('alter table audit.entry disable trigger user');
  await database.query(`update audit.entry set actor_kind = 'guest' where sequence = 2`);
  expect(await verifyAudit()).toEqual({ code: 1, said: 'The audit log is broken at entry 2; the 1 before it are whole.\n' });
});

it('the command says in plain words which settings it misses', async () => {
  const { code, said } = await verifyAudit({});
  expect(code).toBe(1);
  expect(said).toContain('DATABASE_URL');
  expect(said).not.toMatch(/^ +at /m);
});
