import { randomUUID } from 'node:crypto';
import { allow } from '../../support/consents.js';
import { setUpSecondFactor } from '../../support/second-factor.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

const ABSENT = '00000000-0000-7000-8000-000000000000';
const NAME = 'Ada Example';
const PERSON = 'person@example.com';

let world: World;
let operator: Visitor;
let candidate: Visitor;
let operatorId: string;
let personId: string;

const idOf = async (email: string): Promise<string> => (await world.database.query<{ id: string }>('select id from auth."user" where email = $1', [email]))[0]?.id ?? '';
const actions = async (): Promise<string[]> => (await world.database.query<{ action: string }>('select action from audit.entry order by sequence desc')).map(({ action }) => action);

/** Work that was given up, as the machinery leaves it; returns its id. */
const givenUp = async (name: string, { daysAgo = 0, tick = false } = {}): Promise<string> => {
  const [row] = await world.database.query<{ id: string }>(
    `insert into jobs.outbox (id, kind, name, queue, payload, status, attempts, fault, ended_at, tick)
     values (gen_random_uuid(), 'job', $1, 'sweeps', '{"secret":"ada@example.com"}', 'dead', 3, 'Error 23514', clock.now() - make_interval(days => $2), case when $3 then clock.now() end)
     returning id`, [name, daysAgo, tick]);
  return row?.id ?? '';
};

beforeAll(async () => {
  world = await World.create();
  operator = await world.candidate('operator@example.com');
  candidate = await world.candidate(PERSON);
  operatorId = await idOf('operator@example.com');
  personId = await idOf(PERSON);
  await world.database.query(`update accounts.account set roles = array['operator'] where id = $1`, [operatorId]);
  await setUpSecondFactor(operator);
  // What comes by itself each night comes when it is called for, even where this runs at that very time of the night.
  await world.database.query(`update jobs.timetable set next_at = next_at + interval '1 day' where name in ('app.verify-audit-log', 'app.verify-consent-ledger')`);
});
afterAll(() => world.destroy());

describe('the console', () => {
  const routes = [
    ['GET', '/api/operations/status'], ['GET', '/api/operations/failed-jobs'], ['POST', `/api/operations/failed-jobs/${ABSENT}/retry`], ['GET', '/api/operations/mails'],
    ['GET', `/api/operations/people/${ABSENT}`], ['GET', '/api/operations/audit'], ['GET', '/api/operations/audit/verification'], ['POST', '/api/operations/audit/verifications'],
    ['GET', '/api/operations/consent-ledger/check'], ['POST', '/api/operations/consent-ledger/checks'],
    ['GET', '/api/operator/retention'],
  ] as const;

  it.each(routes)('is closed to a guest and to every other role: %s %s', async (method, path) => {
    expect((await world.visitor().send(method, path)).status).toBe(401);
    expect((await candidate.send(method, path)).status).toBe(403);
  });

  it('answers an unknown, a malformed and a settled id with the same bytes', async () => {
    const done = (await world.database.query<{ id: string }>(`select id from jobs.outbox where status = 'done' limit 1`))[0]?.id ?? '';
    const answers: Answer[] = [];
    for (const id of [ABSENT, 'no-id', done]) answers.push(await operator.post(`/api/operations/failed-jobs/${id}/retry`));
    for (const id of [ABSENT, 'no-id']) answers.push(await operator.get(`/api/operations/people/${id}`));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });

  it('shows no name, no address and nothing that a mail, a job or an answer says, on any of its pages', async () => {
    await givenUp('accounts.sweep');
    for (const path of ['status', 'failed-jobs', 'mails', `people/${personId}`, 'audit']) {
      const { status, text } = await operator.get(`/api/operations/${path}`);
      expect([path, status]).toEqual([path, 200]);
      expect(text).not.toMatch(/@|Ada Example|Confirm your|secret/);
      expect(text).not.toContain(NAME);
    }
  });
});

describe('work that was given up', () => {
  it('is listed with its fault until the policy no longer keeps it, the newest first, page by page', async () => {
    const kept = await givenUp('jobs.tidy', { daysAgo: 6 });
    const over = await givenUp('jobs.tidy', { daysAgo: 8 });
    for (let more = 0; more < 55; more += 1) await givenUp('jobs.tidy');
    const first = (await operator.get('/api/operations/failed-jobs')).body as { jobs: { id: string }[]; next: string };
    const second = (await operator.get(`/api/operations/failed-jobs?before=${first.next}`)).body as { jobs: { id: string; fault: string }[]; next: null };
    const ids = [...first.jobs, ...second.jobs].map(({ id }) => id);
    expect(first.jobs).toHaveLength(50);
    expect(second.next).toBeNull();
    expect([...ids].sort().reverse()).toEqual(ids);
    expect([new Set(ids).size === ids.length, ids.includes(kept), ids.includes(over)]).toEqual([true, true, false]);
    expect(second.jobs[0]?.fault).toBe('Error 23514');
    expect((await operator.get('/api/operations/failed-jobs?before=1')).status).toBe(422);
  });

  it('is done after all when it is tried again, once, although its next tick is open; the audit log says who asked', async () => {
    const id = await givenUp('accounts.sweep', { tick: true });
    await world.database.query(`insert into jobs.outbox (id, kind, name, queue, payload, tick, run_at) values (gen_random_uuid(), 'job', 'accounts.sweep', 'sweeps', '{}', clock.now(), clock.now() + interval '1 hour') on conflict do nothing`);
    const answers = await Promise.all([operator.post(`/api/operations/failed-jobs/${id}/retry`), operator.post(`/api/operations/failed-jobs/${id}/retry`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    await world.settle();
    expect(await world.database.query('select status, attempts from jobs.outbox where id = $1', [id])).toEqual([{ status: 'done', attempts: 0 }]);
    expect(await world.database.query(`select actor_id, subject_id from audit.entry where action = 'operations.job_retried'`)).toEqual([{ actor_id: operatorId, subject_id: id }]);
  });
});

describe('mails', () => {
  it('are counted and listed by state, with neither address nor text', async () => {
    const refused = (await world.database.query<{ id: string }>(
      `update mail.outbox set status = 'refused' where id = (select id from mail.outbox where status = 'sent' limit 1) returning id`))[0]?.id;
    const all = (await operator.get('/api/operations/mails')).body as { counts: { sent: number; refused: number; queued: number }; mails: object[] };
    const only = (await operator.get('/api/operations/mails?state=refused')).body as { mails: object[] };
    expect(all.counts).toMatchObject({ refused: 1, queued: 0 });
    expect(all.mails).toHaveLength(all.counts.sent + 1);
    expect(only.mails).toEqual([{ id: refused, template: expect.stringMatching(/^[a-z-]+$/), state: 'refused', writtenAt: expect.stringMatching(/Z$/), doneAt: expect.stringMatching(/Z$/) }]);
    expect((await operator.get('/api/operations/mails?state=read')).status).toBe(422);
  });
});

describe('a person by id', () => {
  it('is roles, a state and counts of what each module holds; who looked is in the audit log, and in what the person may export', async () => {
    const { body } = await operator.get(`/api/operations/people/${personId}`);
    expect(body).toMatchObject({ id: personId, roles: ['candidate'], state: 'open', signIns: 1 });
    const { holdings } = body as { holdings: { table: string; rows: number; kept: string }[] };
    const rows = Object.fromEntries(holdings.map(({ table, rows: count }) => [table, count]));
    expect(rows).toMatchObject({ 'auth.user': 1, 'accounts.session': 1, 'accounts.account': 1, 'interviews.interview': 0, 'candidates.resume': 0 });
    expect(holdings.find(({ table }) => table === 'interviews.interview')?.kept).toBe('90 days');
    expect((await actions())[0]).toBe('operations.person_read');
    const { personalDataHolders } = await import('../../../src/platform/personal-data/index.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const holder = personalDataHolders().find(({ module }) => module === 'audit');
    expect((await holder?.export(world.app.get(Database).alone, personId))?.audit).toContainEqual(expect.objectContaining({ action: 'operations.person_read', byYou: false }));
  });

  it('counts every table that some module declares as a person\'s', async () => {
    const { personalDataHolders } = await import('../../../src/platform/personal-data/index.js');
    const declared = personalDataHolders().flatMap(({ tables }) => tables).filter(({ subjectColumn, counting }) => subjectColumn !== null || counting !== undefined).map(({ table }) => table);
    const { holdings } = (await operator.get(`/api/operations/people/${personId}`)).body as { holdings: { table: string }[] };
    expect(holdings.map(({ table }) => table).sort()).toEqual(declared.sort());
  });
});

describe('the board of what is kept', () => {
  interface Board {
    late: number; files: { rows: number; leaving: number; late: number };
    classes: { id: string | null; kept: string; tables: { table: string; rows: number; over: number; dueInADay: number; dueInAWeek: number; late: number; deleted: number }[] }[];
    deletions: { day: string; table: string; class: string | null; count: number }[];
  }
  const board = async (): Promise<Board> => (await operator.get('/api/operator/retention')).body as Board;
  const notesOf = ({ classes }: Board) => classes.find(({ id }) => id === 'notes')?.tables.find(({ table }) => table === 'notifications.note');
  const note = (endsIn: string) => world.database.query(
    `insert into notifications.note (id, account_id, kind, title, body, created_at, expires_at) values (gen_random_uuid(), $1, 'planted', 'Planted', 'Planted', clock.now() - interval '80 days', clock.now() + $2::interval)`, [personId, endsIn]);
  const run = async (job: string): Promise<void> => {
    await world.database.query('update jobs.timetable set next_at = clock.now() where name = $1', [job]);
    await world.settle();
  };
  const ledger = () => world.database.query<{ day: string; count: number }>(`select day::text, count::int from retention.deletion where table_name = 'notifications.note' order by day, count`);
  const late = async (): Promise<readonly string[] | undefined> => {
    const { Invariants } = await import('../../../src/app/invariants/invariants.js');
    return (await world.app.get(Invariants).check()).find(({ name }) => name === 'app.nothing_past_its_end')?.broken;
  };

  it('names every class of the policy with its period, and every table that some module declares', async () => {
    const { Policy, retentionClasses } = await import('../../../src/platform/policy/index.js');
    const { personalDataHolders } = await import('../../../src/platform/personal-data/index.js');
    const { classes } = await board();
    expect(classes.map(({ id }) => id)).toEqual([...retentionClasses, null]);
    expect(classes[retentionClasses.indexOf('notes')]?.kept).toBe(world.app.get(Policy).keeps('notes'));
    expect(classes.flatMap(({ tables }) => tables.map(({ table }) => table)).sort()).toEqual(personalDataHolders().flatMap(({ tables }) => tables.map(({ table }) => table)).sort());
  });

  it('tells what is due, what is over and what is late, and once it is swept how much went on which day', async () => {
    // Work that was given up long ago is planted above.
    const others = (await board()).late;
    for (const endsIn of ['-2 days', '-1 hour', '-1 hour', '12 hours', '3 days', '20 days']) await note(endsIn);
    const before = await board();
    expect(notesOf(before)).toMatchObject({ rows: 6, late: 1, over: 2, dueInADay: 1, dueInAWeek: 2, deleted: 0 });
    expect([before.late, await late()]).toEqual([others + 1, ['1 rows of notifications.note']]);
    await run('notifications.sweep');
    const after = await board();
    expect(notesOf(after)).toMatchObject({ rows: 3, late: 0, over: 0, dueInADay: 1, deleted: 3 });
    expect(after.deletions).toContainEqual({ day: new Date().toISOString().slice(0, 10), table: 'notifications.note', class: 'notes', count: 3 });
    expect([after.late, await late()]).toEqual([others, []]);
  });

  it('reckons by the period of the class where no row carries its end', async () => {
    await world.database.query(
      `insert into http.rate_limit (key_hash, tries, window_ends_at) select encode(sha256(ago::text::bytea), 'hex'), 1, clock.now() - ago from unnest('{30 minutes,2 hours,26 hours}'::interval[]) ago`);
    const counters = async () => (await board()).classes.find(({ id }) => id === 'rateLimit')?.tables.find(({ table }) => table === 'http.rate_limit');
    const { over = 0, dueInADay = 0 } = (await counters()) ?? {};
    expect(await counters()).toMatchObject({ late: 1 });
    expect([over, dueInADay].map((count) => count > 0)).toEqual([true, true]);
    await run('http.forget-rate-limits');
    expect(await counters()).toMatchObject({ over: 0, late: 0, dueInADay });
  });

  it('counts no further than it says, and leaves out of the ledger what goes before its time', async () => {
    const counted = await ledger();
    await world.database.query(
      `insert into notifications.note (id, account_id, kind, title, body, expires_at) select gen_random_uuid(), $1, 'planted', 'Planted', 'Planted', clock.now() + interval '12 hours' from generate_series(1, 10100)`, [personId]);
    expect(notesOf(await board())).toMatchObject({ rows: 10_001, dueInADay: 10_001, dueInAWeek: 10_001, over: 0 });
    await world.database.query(`delete from notifications.note where kind = 'planted'`);
    expect(await ledger()).toEqual(counted);
  });

  it('is kept by triggers alone: the application reads the ledger, and sums up days that are over', async () => {
    expect(await world.database.query(`select has_table_privilege('viva_application', 'retention.deletion', p) as may from unnest(array['insert', 'update', 'delete', 'truncate']) p where has_table_privilege('viva_application', 'retention.deletion', p)`)).toEqual([]);
    await world.database.query(`delete from retention.deletion`);
    await world.database.query(
      `insert into retention.deletion (day, table_name, count) select (clock.now() at time zone 'UTC')::date - ago, 'notifications.note', count from (values (0, 1), (0, 2), (5, 3), (5, 4), (6, 5), (2000, 6)) v (ago, count)`);
    await run('app.tidy-deletion-ledger');
    expect((await ledger()).map(({ count }) => count)).toEqual([5, 7, 1, 2]);
    expect((await board()).deletions.filter(({ table }) => table === 'notifications.note').map(({ count }) => count)).toEqual([3, 7, 5]);
  });
});

describe('the audit log at the console', () => {
  interface Page { entries: { sequence: number; action: string; actor: { id: string | null }; subject: { id: string } | null }[]; next: number | null }
  const read = async (query: string): Promise<Page> => (await operator.get(`/api/operations/audit${query}`)).body as Page;

  it('is read newest first, page by page, without a gap', async () => {
    while ((await actions()).length < 60) await operator.get(`/api/operations/people/${personId}`);
    const first = await read('');
    const second = await read(`?before=${String(first.next)}`);
    const sequences = [...first.entries, ...second.entries].map(({ sequence }) => sequence);
    expect(sequences).toEqual(Array.from({ length: sequences.length }, (_, index) => (sequences[0] ?? 0) - index));
    expect(first.entries).toHaveLength(50);
  });

  it('is filtered by who acted, on what, and what was done', async () => {
    const byOperator = await read(`?actor=${operatorId}`);
    const read1 = await read(`?action=operations.person_read&subject=${personId}`);
    expect(byOperator.entries.every(({ actor }) => actor.id === operatorId)).toBe(true);
    expect(read1.entries.length).toBeGreaterThan(0);
    expect(read1.entries.every(({ action, subject }) => action === 'operations.person_read' && subject?.id === personId)).toBe(true);
    expect((await read('?action=no.such')).entries).toEqual([]);
    expect((await operator.get('/api/operations/audit?actor=Ada')).body).toMatchObject({ status: 422, fields: { actor: expect.stringMatching(/whole id/) } });
  });

  it('is verified at the press of a button, and by itself each night; a change by whoever owns the database is seen', async () => {
    expect((await operator.get('/api/operations/audit/verification')).body).toEqual({ verification: null });
    expect((await operator.post('/api/operations/audit/verifications')).body).toMatchObject({ verification: { finishedAt: null, entries: null } });
    await world.settle();
    const { verification } = (await operator.get('/api/operations/audit/verification')).body as { verification: { entries: number; head: string } };
    expect(verification).toMatchObject({ brokenAt: null, entries: (await actions()).length, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    await world.database.query('alter table audit.entry disable trigger user');
    await world.database.query(`update audit.entry set action = 'accounts.renamed' where sequence = 3`);
    await world.database.query('alter table audit.entry enable trigger user');
    await world.database.query(`update jobs.timetable set next_at = clock.now() where name = 'app.verify-audit-log'`);
    await world.settle();
    expect((await operator.get('/api/operations/audit/verification')).body).toMatchObject({ verification: { brokenAt: 3, entries: 2, head: null } });
    const isSeen = async () => expect((await operator.get('/api/operations/status')).body).toMatchObject({ checks: expect.arrayContaining([{ name: 'Audit log', ok: false, says: 'is broken at entry 3' }]) });
    await isSeen();
    // A check that has not finished says nothing better.
    expect((await operator.post('/api/operations/audit/verifications')).body).toMatchObject({ verification: { finishedAt: null } });
    await isSeen();
  });
});

describe('the ledger of consents at the console', () => {
  interface Check { finishedAt: string | null; percent: number; chains: number; entries: number; faults: number; first: { ref: string; version: number; fault: string } | null }
  const found = async (): Promise<Check | null> => ((await operator.get('/api/operations/consent-ledger/check')).body as { check: Check | null }).check;

  it('is followed at the press of a button, with everybody’s chain counted, and written into the audit log', async () => {
    expect(await found()).toBeNull();
    for (const email of ['first@example.com', 'second@example.com']) {
      const visitor = await world.candidate(email);
      await allow(world, await idOf(email), 'resume_keeping');
      await visitor.send('DELETE', `/api/consents/resume_keeping?eventId=${randomUUID()}`);
    }
    expect((await operator.post('/api/operations/consent-ledger/checks')).body).toMatchObject({ check: { finishedAt: null, percent: 0 } });
    expect((await actions())[0]).toBe('operations.ledger_check_asked');
    await world.settle();
    expect(await found()).toMatchObject({ finishedAt: expect.any(String) as string, percent: 100, chains: 2, entries: 4, faults: 0, first: null });
    expect((await operator.get('/api/operations/status')).body).toMatchObject({ checks: expect.arrayContaining([{ name: 'Ledger of consents', ok: true, says: 'was whole at its last check' }]) as unknown[] });
  });

  it('finds the same when it is followed twice at once, as after a worker that was taken for dead', async () => {
    const { LedgerChecks } = await import('../../../src/consent/index.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const checks = world.app.get(LedgerChecks, { strict: false });
    const id = await checks.ask(world.app.get(Database).alone);
    await Promise.all([checks.run(id), checks.run(id)]);
    expect(await found()).toMatchObject({ finishedAt: expect.any(String) as string, percent: 100, chains: 2, entries: 4 });
  });

  it('shows by itself each night what whoever owns the database changed: how many places, and the first by its pseudonym', async () => {
    await world.database.query('alter table consent.record disable trigger user');
    await world.database.query(`update consent.record set purpose = 'marketing_email' where version = 2`);
    await world.database.query('alter table consent.record enable trigger user');
    await world.database.query(`update jobs.timetable set next_at = clock.now() where name = 'app.verify-consent-ledger'`);
    await world.settle();
    const check = await found();
    expect(check).toMatchObject({ percent: 100, chains: 2, entries: 4, first: { version: expect.any(Number) as number, fault: expect.stringMatching(/^(chain|grant)$/) as string } });
    expect(check!.faults).toBeGreaterThanOrEqual(2);
    expect(await world.database.query('select count(*)::int as faults from consent.faults()')).toEqual([{ faults: check!.faults }]);
    expect(await world.database.query('select 1 from consent.record where subject_ref = $1', [check!.first!.ref])).toHaveLength(2);
    const isSeen = async () => expect((await operator.get('/api/operations/status')).body).toMatchObject({ checks: expect.arrayContaining([{ name: 'Ledger of consents', ok: false, says: `does not fit in ${check!.faults} places` }]) as unknown[] });
    await isSeen();
    // A check that has not finished says nothing better.
    expect((await operator.post('/api/operations/consent-ledger/checks')).body).toMatchObject({ check: { finishedAt: null } });
    await isSeen();
  });
});
