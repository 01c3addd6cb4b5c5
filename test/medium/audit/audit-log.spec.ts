import { DataSource } from 'typeorm';
import { newId } from '../../../src/kernel/index.js';
import { type AuditEntry, AuditLog } from '../../../src/platform/audit/index.js';
import { auditPersonalData } from '../../../src/platform/audit/audit.personal-data.js';
import { Database } from '../../../src/platform/db/index.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';

const log = new AuditLog();
const signedUp = (id: string | null = null): AuditEntry => ({
  actor: id === null ? { kind: 'guest', id } : { kind: 'account', id }, action: 'accounts.signed_up', subject: null, detail: { way: 'password', step: 2 },
});

let database: TestDatabase;
let connections: DataSource;
let db: Database;

const append = (entry: AuditEntry = signedUp()): Promise<void> => db.transaction((tx) => log.append(tx, entry));
const verify = (): ReturnType<AuditLog['verify']> => db.transaction((tx) => log.verify(tx));
/** What somebody who owns the database could do: take the lock off, change something, put the lock back. */
const tamper = async (sql: string): Promise<void> => {
  await database.query('alter table audit.entry disable trigger user');
  await database.query(sql);
  await database.query('alter table audit.entry enable trigger user');
};

beforeEach(async () => {
  database = await freshDatabase();
  connections = await new DataSource({ type: 'postgres', url: database.applicationUrl, extra: { max: 20 } }).initialize();
  db = new Database(connections);
});
afterEach(async () => {
  await connections.destroy();
  await database.drop();
});

describe('the audit log', () => {
  it('stays one unbroken chain when sixteen people do something at once', async () => {
    for (let round = 0; round < 4; round += 1) await Promise.all(Array.from({ length: 16 }, () => append()));
    expect(await verify()).toEqual({ ok: true, entries: 64, head: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  });

  it('holds nothing of a change that was rolled back', async () => {
    await append();
    await expect(db.transaction(async (tx) => {
      await log.append(tx, signedUp());
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    await append();
    expect(await verify()).toMatchObject({ ok: true, entries: 2 });
  });

  it.each(['update audit.entry set action = action', 'delete from audit.entry', 'truncate audit.entry'])(
    'does not let the application %s',
    async (sql) => {
      await append();
      await expect(db.alone.query(sql)).rejects.toThrow(/permission denied/);
    },
  );

  it.each(['update audit.entry set action = action', 'delete from audit.entry', 'truncate audit.entry'])(
    'does not even let the owner of the tables %s',
    async (sql) => {
      await append();
      await expect(database.query(sql)).rejects.toThrow(/append-only/);
    },
  );

  it.each([
    ['a changed action', `update audit.entry set action = 'accounts.deleted' where sequence = 3`, 3],
    ['a changed detail', `update audit.entry set detail = '{"way":"password","step":3}' where sequence = 3`, 3],
    ['a changed moment', `update audit.entry set at = at + interval '1 millisecond' where sequence = 3`, 3],
    ['another actor', `update audit.entry set actor_kind = 'system' where sequence = 3`, 3],
    ['a removed entry', 'delete from audit.entry where sequence = 3', 4],
    ['a removed beginning', 'delete from audit.entry where sequence = 1', 2],
    ['a renumbered entry', 'update audit.entry set sequence = 30 where sequence = 2', 3],
  ])('shows %s, done with the lock off', async (_, sql, brokenAt) => {
    for (let count = 0; count < 5; count += 1) await append();
    await tamper(sql);
    expect(await verify()).toMatchObject({ ok: false, brokenAt });
  });

  it('refuses words about people, which could never be taken back', async () => {
    await expect(append({ ...signedUp(), detail: { to: 'ada@example.org' } })).rejects.toThrow(/ids, codes and numbers/);
    await expect(append({ ...signedUp(), detail: { who: [{ name: 'Ada Lovelace' }] } })).rejects.toThrow(/ids, codes and numbers/);
    expect(await verify()).toMatchObject({ entries: 0 });
  });

  it('lets entries go at the end of their retention, and what is left still verifies', async () => {
    await append();
    await append();
    await database.moveClock('3 years');
    await append();
    await append();
    const [{ now } = { now: new Date() }] = await db.alone.query<{ now: Date }[]>(`select clock.now() - interval '1 year' as now`);
    expect(await db.transaction((tx) => log.prune(tx, now))).toBe(2);
    await append();
    expect(await verify()).toMatchObject({ ok: true, entries: 3 });
    expect((await log.latest(db.alone, { limit: 9 })).map(({ sequence }) => sequence)).toEqual([5, 4, 3]);
    await tamper('delete from audit.entry where sequence = 3');
    expect(await verify()).toMatchObject({ ok: false, brokenAt: 4 });
  });

  it('goes on with the chain when everything in it was old enough to go', async () => {
    await append();
    await database.moveClock('1 year');
    expect(await db.transaction(async (tx) => log.prune(tx, new Date((await log.latest(tx, { limit: 1 }))[0]!.at.getTime() + 1)))).toBe(1);
    await append();
    expect(await verify()).toMatchObject({ ok: true, entries: 1 });
  });

  it('does not let the application wipe what is younger than 90 days, whatever it asks', async () => {
    await append();
    await database.moveClock('89 days');
    await expect(db.transaction((tx) => log.prune(tx, new Date(Date.now() + 86_400_000)))).rejects.toThrow(/90 days/);
    await expect(db.alone.query(`update audit.checkpoint set sequence = 9`)).rejects.toThrow(/permission denied/);
    expect(await verify()).toMatchObject({ ok: true, entries: 1 });
  });

  it('tells a person what is kept about them, and why it stays', async () => {
    const me = newId();
    await append(signedUp(me));
    await append({ actor: { kind: 'system', id: null }, action: 'privacy.erased', subject: { kind: 'account', id: me } });
    await append();
    const { audit } = await auditPersonalData.export(db.alone, me);
    expect(audit).toMatchObject([{ action: 'accounts.signed_up', byYou: true }, { action: 'privacy.erased', byYou: false }]);
    expect(await auditPersonalData.remaining(db.alone, me)).toMatchObject([{ table: 'audit.entry', rows: 2 }]);
    expect(await auditPersonalData.export(db.alone, newId())).toEqual({});
  });
});
