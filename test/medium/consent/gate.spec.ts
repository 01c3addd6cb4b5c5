import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { type ConsentAct, ConsentDesk, type Consented, ConsentGate, DisclosureLog } from '../../../src/consent/index.js';
import { consentPersonalData } from '../../../src/consent/consent.personal-data.js';
import { ConsentRepository } from '../../../src/consent/consent.repository.js';
import { ConsentSweep } from '../../../src/consent/consent-sweep.js';
import { Notices } from '../../../src/consent/notices.js';
import { Traces } from '../../../src/consent/traces.js';
import { Outbox } from '../../../src/platform/jobs/index.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { Database, type Tx } from '../../../src/platform/db/index.js';
import { until } from '../../support/until.js';
import { World } from '../../support/world.js';

let world: World;
let db: Database;
let desk: ConsentDesk;
let gate: ConsentGate;

const act = (subjectId: string, change: Partial<ConsentAct> = {}): ConsentAct => ({
  subjectId, purpose: 'discovery', noticeVersion: world.app.get(Policy).values.purposes[change.purpose ?? 'discovery'].version, wording: 'Recruiters can find me', locale: 'en', how: 'switch', where: '/visibility', eventId: randomUUID(), ...change,
});
const give = (subjectId: string, change: Partial<ConsentAct> = {}) => db.transaction((tx) => desk.give(tx, act(subjectId, change)));
const withdraw = (subjectId: string, change: Partial<ConsentAct> = {}) => db.transaction((tx) => desk.withdraw(tx, act(subjectId, change)));
const faults = () => world.database.query('select * from consent.faults()');
const ledgerOf = (subjectId: string) => world.database.query<{ status: string; fields: string[]; at: Date }>(
  'select r.status, r.fields, r.at from consent.record r join consent.subject s on s.ref = r.subject_ref where s.account_id = $1 order by r.version', [subjectId],
);
/** As the application, which is what a bug or a stranger inside it could do. */
const asApplication = (sql: string, parameters: unknown[] = []) => db.alone.query(sql, parameters);

beforeAll(async () => {
  world = await World.create();
  [db, gate] = [world.app.get(Database), world.app.get(ConsentGate)];
  // A desk that nobody follows yet: these people have no profile that could be listed.
  desk = new ConsentDesk(world.app.get(ConsentRepository), gate, world.app.get(Notices), world.app.get(Traces), world.app.get(Policy), world.app.get(Outbox));
  // What stands in for a listing: a row that shows somebody hangs from a consent, its columns from the fields of it.
  await world.database.query(`
    create table consent.shown (
      subject_id uuid not null, purpose text not null default 'discovery', scope text not null default '', fields text[] not null, grant_expires_at timestamptz not null, email text,
      check (email is null or 'email' = any (fields)),
      foreign key (subject_id, purpose, scope, fields, grant_expires_at)
        references consent.live_grant (subject_id, purpose, scope, fields, expires_at) on update cascade on delete cascade);
    create function consent.hide_what_is_not_shared() returns trigger language plpgsql as $$
      begin if not 'email' = any (new.fields) then new.email := null; end if; return new; end $$;
    create trigger narrowed before update on consent.shown for each row execute function consent.hide_what_is_not_shared()`);
});
afterAll(() => world.destroy());

const show = (subjectId: string, email: string | null = null) => asApplication(
  `insert into consent.shown (subject_id, fields, grant_expires_at, email) select subject_id, fields, expires_at, $2 from consent.live_grant where subject_id = $1 and purpose = 'discovery'`,
  [subjectId, email],
);
const shown = (subjectId: string) => world.database.query<{ email: string | null; fields: string[] }>('select email, fields from consent.shown where subject_id = $1', [subjectId]);

describe('the consent gate', () => {
  it('lets nobody through without a consent, and after one only for what was allowed', async () => {
    const me = randomUUID();
    await expect(db.transaction((tx) => gate.require(tx, me, 'discovery'))).rejects.toMatchObject({ code: 'consent.required', status: 403 });
    await give(me, { fields: ['place', 'name'] });
    expect(await db.transaction((tx) => gate.require(tx, me, 'discovery'))).toMatchObject({ subjectId: me, purpose: 'discovery', scope: '', fields: ['headline', 'name', 'place', 'skills'] });
    expect(await db.transaction((tx) => gate.find(tx, me, 'discovery', randomUUID()))).toBeNull();
    expect(await db.transaction((tx) => gate.find(tx, me, 'marketing_email'))).toBeNull();
  });

  it('is the only one who makes a proof, and of one purpose none for another', async () => {
    // @ts-expect-error The type check fails here as soon as anybody can write a proof by hand.
    const forged: Consented<'discovery'> = { subjectId: randomUUID(), purpose: 'discovery', scope: '', fields: ['email'], expiresAt: null };
    const me = randomUUID();
    await give(me, { purpose: 'marketing_email' });
    const proof = await db.transaction((tx) => gate.require(tx, me, 'marketing_email'));
    // @ts-expect-error Nor does what allows one thing allow another.
    const other: Consented<'discovery'> = proof;
    expect([forged.purpose, other.purpose]).toEqual(['discovery', 'marketing_email']);
  });

  it('drops what was shown in the statement that takes the consent back', async () => {
    const me = randomUUID();
    await give(me);
    await show(me);
    await withdraw(me);
    expect(await shown(me)).toEqual([]);
    expect(await db.transaction((tx) => gate.find(tx, me, 'discovery'))).toBeNull();
    await withdraw(me);
    expect((await ledgerOf(me)).map(({ status }) => status)).toEqual(['given', 'withdrawn']);
  });

  it('hides a field in the statement that no longer shares it, and keeps the rest', async () => {
    const me = randomUUID();
    await give(me, { fields: ['email'] });
    await show(me, 'ada@example.org');
    expect((await give(me)).fields).toEqual(['headline', 'skills']);
    expect(await shown(me)).toEqual([{ email: null, fields: ['headline', 'skills'] }]);
    expect((await ledgerOf(me)).map(({ status }) => status)).toEqual(['given', 'renewed']);
  });

  it('keeps its end when less is shared of the same, and begins anew when it is allowed again', async () => {
    const me = randomUUID();
    const first = await give(me, { fields: ['email', 'name'] });
    await world.database.moveClock('100 days');
    const less = await give(me, { fields: ['name'] });
    expect([less.fields, less.expiresAt]).toEqual([['headline', 'name', 'skills'], first.expiresAt]);
    const again = await give(me, { fields: ['name'] });
    expect(again.expiresAt!.getTime()).toBeGreaterThan(first.expiresAt!.getTime());
    await world.database.moveClock('-100 days');
    expect(await faults()).toEqual([]);
  });

  it('does not let anybody be shown without a live consent, not even by raw SQL', async () => {
    const me = randomUUID();
    const insert = `insert into consent.shown (subject_id, fields, grant_expires_at) values ($1, '{headline,skills}', 'infinity')`;
    await expect(asApplication(insert, [me])).rejects.toThrow(/foreign key/);
    await give(me);
    await expect(asApplication(insert, [me])).rejects.toThrow(/foreign key/);
  });

  it.each([
    'update consent.record set status = status', 'delete from consent.record', 'truncate consent.record', `insert into consent.record (version) values (1)`,
    'update consent.live_grant set scope = scope', 'delete from consent.live_grant', 'insert into consent.live_grant (scope) values (default)', 'delete from consent.subject',
    'update consent.notice set body = body', 'delete from consent.disclosure', 'update consent.checkpoint set version = 9',
  ])('does not let the application %s', async (sql) => {
    await expect(asApplication(sql)).rejects.toThrow(/permission denied/);
  });

  it.each(['update consent.record set status = status', 'delete from consent.record', 'truncate consent.record cascade'])('does not even let the owner of the ledger %s', async (sql) => {
    await give(randomUUID());
    await expect(world.database.query(sql)).rejects.toThrow(/append-only/);
  });

  it('makes whoever takes a consent back wait until those who were let through are done', async () => {
    const me = randomUUID();
    await give(me);
    let withdrawn: Promise<void> = Promise.resolve();
    let isOver = false;
    await db.transaction(async (tx) => {
      await gate.require(tx, me, 'discovery');
      withdrawn = withdraw(me).then(() => { isOver = true; });
      await tx.query('select pg_sleep(0.1)');
      expect(isOver).toBe(false);
    });
    await withdrawn;
    expect(await db.transaction((tx) => gate.find(tx, me, 'discovery'))).toBeNull();
  });

  it('tells that a consent ran out before it begins anew, although no sweep has come by', async () => {
    const me = randomUUID();
    await give(me);
    await show(me);
    await world.database.moveClock('366 days');
    await give(me);
    expect(await shown(me)).toEqual([]);
    expect((await ledgerOf(me)).map(({ status }) => status)).toEqual(['given', 'expired', 'given']);
    expect(await world.database.query(`select payload ->> 'because' as because from jobs.outbox where name = 'consent.ended' and payload ->> 'subjectId' = $1`, [me])).toEqual([{ because: 'expired' }]);
    await world.database.moveClock('-366 days');
  });

  it('refuses a field that is not offered, an old notice, and shares none of it', async () => {
    const me = randomUUID();
    await expect(give(me, { fields: ['salary'] })).rejects.toMatchObject({ code: 'consent.unknown_fields' });
    await expect(give(me, { noticeVersion: 77 })).rejects.toMatchObject({ code: 'consent.notice_changed' });
    expect(await ledgerOf(me)).toEqual([]);
  });

  it('undoes the consent when somebody who follows it refuses', async () => {
    const me = randomUUID();
    const seen: string[][] = [];
    desk.follow('marketing_email', async (_, { subjectId, fields }) => {
      seen.push([...fields]);
      await Promise.resolve();
      if (subjectId === me) throw new Error('not today');
    });
    await expect(give(me, { purpose: 'marketing_email' })).rejects.toThrow('not today');
    expect(await ledgerOf(me)).toEqual([]);
    await give(randomUUID(), { purpose: 'marketing_email' });
    expect(seen).toEqual([[], []]);
  });
});

describe('the ledger of consents', () => {
  it('stays one chain for each person while sixteen toggle one consent at once, and its last word is what holds', async () => {
    const me = randomUUID();
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(Array.from({ length: 16 }, (_, index) => (index % 2 === 0 ? give(me) : withdraw(me))));
      const last = (await ledgerOf(me)).at(-1)!.status;
      expect(await db.transaction((tx) => gate.find(tx, me, 'discovery')) !== null).toBe(last !== 'withdrawn');
    }
    expect((await ledgerOf(me)).length).toBeGreaterThanOrEqual(24);
    expect(await faults()).toEqual([]);
  });

  it('finds nothing to take back while the first consent ever is being given, and takes it back once it was', async () => {
    const me = randomUUID();
    const owner = await new DataSource({ type: 'postgres', url: world.database.ownerUrl }).initialize();
    let [pid, first] = [0, ''];
    const withdrawal = (tx: Tx) => tx.query<{ pid: number }[]>('select pg_backend_pid() as pid').then(([session]) => { pid = session!.pid; return desk.withdraw(tx, act(me)); });
    await owner.transaction(async (tx) => {
      // Nobody else can end a grant until this has committed, but whoever tries can look for the person before.
      await tx.query('lock table consent.live_grant in share mode');
      void db.transaction(withdrawal).then(() => 'done', String).then((outcome) => { first = outcome; });
      await until('it is done or waits for the grants', async () => first !== '' || (await world.database.query('select where cardinality(pg_blocking_pids($1)) > 0', [pid])).length > 0);
      await desk.give(tx, act(me));
    });
    await owner.destroy();
    await until('it is done', () => Promise.resolve(first !== ''));
    expect([first, (await ledgerOf(me)).map(({ status }) => status)]).toEqual(['done', ['given']]);
    await withdraw(me);
    expect((await ledgerOf(me)).map(({ status }) => status)).toEqual(['given', 'withdrawn']);
    expect(await db.transaction((tx) => gate.find(tx, me, 'discovery'))).toBeNull();
  });

  it('writes an act down once, however often it is sent', async () => {
    const me = randomUUID();
    const eventId = randomUUID();
    const [first, ...others] = await Promise.all(Array.from({ length: 4 }, () => give(me, { eventId })));
    for (const other of others) expect(other).toEqual(first);
    await withdraw(me);
    await expect(give(me, { eventId })).rejects.toMatchObject({ code: 'consent.event_used' });
    await give(me);
    const again = randomUUID();
    await withdraw(me, { eventId: again });
    await give(me);
    await withdraw(me, { eventId: again });
    expect((await ledgerOf(me)).map(({ status }) => status)).toEqual(['given', 'withdrawn', 'given', 'withdrawn', 'given']);
  });

  it.each([
    ['a changed act', `update consent.record set status = 'terminated' where version = 2 and subject_ref = $1`, 'chain'],
    ['other fields', `update consent.record set fields = '{email}' where version = 1 and subject_ref = $1`, 'chain'],
    ['another network', `update consent.record set network = '198.51.100.0/24' where version = 2 and subject_ref = $1`, 'chain'],
    ['a removed act', 'delete from consent.record where version = 2 and subject_ref = $1', 'chain'],
    ['a removed beginning', 'delete from consent.record where version = 1 and subject_ref = $1', 'chain'],
    ['a removed end', 'delete from consent.record where version = 3 and subject_ref = $1', 'grant'],
  ])('shows %s, done with the locks off', async (_, sql, fault) => {
    const me = randomUUID();
    await give(me);
    await withdraw(me);
    await give(me, { purpose: 'resume_keeping' });
    await withdraw(me, { purpose: 'resume_keeping' });
    if (fault === 'grant') await give(me);
    const [{ ref } = { ref: '' }] = await world.database.query<{ ref: string }>('select ref from consent.subject where account_id = $1', [me]);
    await world.database.query('alter table consent.record disable trigger all').catch(() => world.database.query('alter table consent.record disable trigger user'));
    await world.database.query(fault === 'grant' ? `delete from consent.record where version = 5 and subject_ref = $1 and not exists (select from consent.live_grant where record_id = id)` : sql, [ref]);
    if (fault === 'grant') {
      await world.database.query(`update consent.live_grant set record_id = (select id from consent.record where subject_ref = $1 and version = 1) where subject_id = $2`, [ref, me]);
      await world.database.query('delete from consent.record where version = 5 and subject_ref = $1', [ref]);
    }
    await world.database.query('alter table consent.record enable trigger user');
    expect(await faults()).toEqual(expect.arrayContaining([expect.objectContaining({ subject_ref: ref, fault })]));
    await world.database.query('alter table consent.record disable trigger user');
    await world.database.query('delete from consent.live_grant where subject_id = $1', [me]);
    await world.database.query('delete from consent.record where subject_ref = $1', [ref]);
    await world.database.query('alter table consent.record enable trigger user');
  });

  it('lets go of what has reached the end of its period, and never of what a live consent rests on', async () => {
    const [me, other, old] = [randomUUID(), randomUUID(), randomUUID()];
    // What lives keeps everything after it in the chain, but not where it came from.
    for (const purpose of ['marketing_email', 'resume_keeping'] as const) await give(old, { purpose, network: '203.0.113.77', agent: 'Mozilla' });
    await give(other, { purpose: 'marketing_email' });
    await give(me, { purpose: 'resume_keeping' });
    await withdraw(me, { purpose: 'resume_keeping' });
    await world.database.moveClock('4 years');
    await give(me, { purpose: 'resume_keeping' });
    await withdraw(old, { purpose: 'resume_keeping', network: '203.0.113.77', agent: 'Mozilla' });
    await world.app.get(ConsentSweep).prune();
    expect((await ledgerOf(me)).map(({ status }) => status)).toEqual(['given']);
    expect((await ledgerOf(other)).map(({ status }) => status)).toEqual(['given']);
    await withdraw(me, { purpose: 'resume_keeping' });
    expect(await faults()).toEqual([]);
    const traces = () => world.database.query<{ network: string | null; traced: boolean }>(
      'select network, trace_salt is not null as traced from consent.record r join consent.subject s on s.ref = r.subject_ref where s.account_id = $1 order by version', [old]);
    expect(await traces()).toEqual([{ network: null, traced: false }, { network: null, traced: false }, { network: '203.0.113.0/24', traced: true }]);
    await expect(asApplication(`select consent.prune(clock.now() - interval '89 days')`)).rejects.toThrow(/at least 90 days/);
    await world.database.moveClock('-4 years');
  });

  it('is still whole, and leads to nobody, once a person was erased', async () => {
    const me = randomUUID();
    const [email, name] = ['grace@example.org', 'Grace Hopper'];
    await give(me, { fields: ['email'], network: '203.0.113.77', agent: `Mozilla of ${name}` });
    await db.transaction(async (tx) => {
      await world.app.get(DisclosureLog).note(tx, { subjectId: me, purpose: 'discovery', recipientId: randomUUID(), recipientName: 'Acme', recipientDomain: 'acme.example', isDomainVerified: false, actorId: me, clientName: null, what: 'profile', fields: ['skills', 'headline'] });
    });
    expect(await consentPersonalData.export(db.alone, me)).toMatchObject({ consents: [{ status: 'given', network: '203.0.113.0/24' }], disclosures: [{ recipient: 'Acme', fields: ['headline', 'skills'] }] });
    await db.transaction((tx) => consentPersonalData.erase(tx, me));
    const columns = await world.database.query<{ column: string; table: string }>(`select column_name as column, table_name as table from information_schema.columns where table_schema = 'consent'`);
    for (const { column, table } of columns) {
      const found = await world.database.query(`select 1 from consent.${table} where ${column}::text like any ($1)`, [[`%${me}%`, `%${email}%`, `%${name}%`]]);
      expect([table, column, found]).toEqual([table, column, []]);
    }
    expect(await consentPersonalData.remaining(db.alone, me)).toEqual([]);
    expect(await consentPersonalData.export(db.alone, me)).toEqual({});
    expect(await faults()).toEqual([]);
    const [{ statuses } = { statuses: [] }] = await world.database.query<{ statuses: string[] }>(
      `select array_agg(status order by version) as statuses from consent.record where subject_ref = (select subject_ref from consent.disclosure where recipient_name = 'Acme')`,
    );
    expect(statuses).toEqual(['given', 'terminated']);
  });
});
