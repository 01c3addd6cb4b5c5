import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { flattenedVerify, importJWK, type JWK } from 'jose';
import { canonicalJson, type Json } from '../../../src/kernel/index.js';
import { ConsentSweep } from '../../../src/consent/consent-sweep.js';
import { AccountContacts } from '../../../src/accounts/index.js';
import { Config } from '../../../src/platform/config/index.js';
import { Database } from '../../../src/platform/db/index.js';
import { Journal } from '../../../src/platform/journal/index.js';
import { journalPlace } from '../../../src/platform/journal/journal-place.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { allow } from '../../support/consents.js';
import { hide, listedCandidate, share, talentIdOf } from '../../support/listed-candidate.js';
import { type Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';

let world: World;
let ada: Visitor;
let eve: Visitor;

interface Notice { purpose: string; version: number; title: string; body: string; control: string; hash: string; fields: string[]; atLeast: string[]; lasts: string | null }
interface State { purpose: string; scope: string; live: boolean; fields: string[]; expiresAt: string | null; recordId: string; ended: { because: string } | null }

const noticeOf = async (purpose: string): Promise<Notice> => ((await world.visitor().get('/api/purposes')).body as { purposes: Notice[] }).purposes.find((notice) => notice.purpose === purpose)!;
const give = async (who: Visitor, purpose: string, change: object = {}) => {
  const { version, control } = await noticeOf(purpose);
  return who.post('/api/consents', { purpose, noticeVersion: version, wording: control, locale: 'en', where: '/consents', eventId: randomUUID(), ...change });
};
const takeBack = (who: Visitor, purpose: string, eventId = randomUUID()) => who.send('DELETE', `/api/consents/${purpose}?eventId=${eventId}`);
const stateOf = async (who: Visitor, purpose: string): Promise<State> => ((await who.get('/api/consents')).body as { consents: State[] }).consents.find((state) => state.purpose === purpose)!;
const historyOf = async (who: Visitor) => ((await who.get('/api/consents/history')).body as { acts: { id: string; purpose: string; status: string; where: string; how: string }[] }).acts;

beforeAll(async () => {
  world = await World.create();
  [ada, eve] = [await world.candidate('ada@example.com'), await world.candidate('eve@example.com')];
});
afterAll(() => world.destroy());

describe('consents', () => {
  it('are all off until somebody acts, each with a text and a switch of its own', async () => {
    const { consents } = (await ada.get('/api/consents')).body as { consents: State[] };
    expect(consents.map(({ live }) => live)).toEqual(consents.map(() => false));
    const { purposes, operator } = (await world.visitor().get('/api/purposes')).body as { purposes: Notice[]; operator: { privacyContact: string } };
    expect(purposes.map(({ purpose }) => purpose)).toEqual(consents.map(({ purpose }) => purpose));
    expect(new Set(purposes.map(({ control }) => control)).size).toBe(purposes.length);
    for (const { hash, body } of purposes) expect([hash, body]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.not.stringMatching(/[{}]/)]);
    expect(operator.privacyContact).toMatch(/@/);
  });

  it('are given and taken back by one call each, without a reason', async () => {
    const given = await give(ada, 'marketing_email');
    expect([given.status, given.body]).toEqual([200, expect.objectContaining({ purpose: 'marketing_email', live: true, expiresAt: null, ended: null })]);
    expect((await takeBack(ada, 'marketing_email')).status).toBe(204);
    expect(await stateOf(ada, 'marketing_email')).toMatchObject({ live: false, ended: { because: 'withdrawn' } });
    expect((await takeBack(ada, 'marketing_email')).status).toBe(204);
    expect(await historyOf(ada)).toMatchObject([{ status: 'withdrawn', how: 'switch' }, { status: 'given', how: 'switch', where: '/consents' }]);
    expect(await historyOf(eve)).toEqual([]);
  });

  it('can be given by a program, and the ledger says so', async () => {
    const { token } = (await ada.post('/api/tokens', {})).body as { token: string };
    const { version, control } = await noticeOf('marketing_email');
    const answer = await fetch(`${world.url}/api/consents`, {
      method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ purpose: 'marketing_email', noticeVersion: version, wording: control, locale: 'en', where: 'api', eventId: randomUUID() }),
    });
    expect(answer.status).toBe(200);
    expect((await historyOf(ada))[0]).toMatchObject({ status: 'given', how: 'api' });
    await takeBack(ada, 'marketing_email');
  });

  it('answer the same act the same way, and write it down once', async () => {
    const eventId = randomUUID();
    const [first, second] = [await give(ada, 'resume_keeping', { eventId }), await give(ada, 'resume_keeping', { eventId })];
    expect(second.body).toEqual(first.body);
    expect((await give(ada, 'marketing_email', { eventId })).body).toMatchObject({ code: 'consent.event_used' });
    const ending = randomUUID();
    expect(await takeBack(ada, 'resume_keeping', eventId)).toMatchObject({ status: 409, body: { code: 'consent.event_used' } });
    expect(await stateOf(ada, 'resume_keeping')).toMatchObject({ live: true });
    expect([(await takeBack(ada, 'resume_keeping', ending)).status, (await takeBack(ada, 'resume_keeping', ending)).status]).toEqual([204, 204]);
    expect(await takeBack(ada, 'marketing_email', ending)).toMatchObject({ status: 409, body: { code: 'consent.event_used' } });
    expect((await give(ada, 'resume_keeping', { eventId: ending })).body).toMatchObject({ code: 'consent.event_used' });
    expect((await historyOf(ada)).filter(({ purpose }) => purpose === 'resume_keeping')).toHaveLength(2);
  });

  it.each([
    ['another version of the notice', { noticeVersion: 7 }, 409, 'consent.notice_changed'],
    ['words that are not ours', { wording: 'My name is Ada Example' }, 422, 'consent.other_wording'],
    ['a scope where there is none', { scope: 'acme' }, 422, 'consent.other_scope'],
    ['a name in place of an id', { scope: 'Ada Example' }, 422, 'http.invalid_body'],
    ['an address in place of a page', { where: 'ada@example.com' }, 422, 'http.invalid_body'],
    ['a page that we do not have', { where: '/jane-doe' }, 422, 'http.invalid_body'],
    ['a field that is not offered', { fields: ['salary'] }, 422, 'consent.unknown_fields'],
  ])('take no act with %s', async (_, change, status, code) => {
    const before = await historyOf(ada);
    const answer = await give(ada, 'marketing_email', change);
    expect([answer.status, answer.body]).toEqual([status, expect.objectContaining({ code })]);
    expect(await historyOf(ada)).toEqual(before);
  });

  it('are taken for the AI providers that are declared, and for no other word', async () => {
    const { processors } = world.app.get(Policy).values;
    expect((await give(ada, 'ai_processing', { scope: processors[0]?.id, where: '/practice/new' })).status).toBe(200);
    const before = await historyOf(ada);
    expect(await give(ada, 'ai_processing', { scope: 'call-me-0151-2345678-jane-doe' })).toMatchObject({ status: 422, body: { code: 'consent.unknown_recipient' } });
    expect(await historyOf(ada)).toEqual(before);
  });

  it('are listed from any act on, and from a number no act can have there is an answer all the same', async () => {
    expect((await ada.get('/api/consents/history?before=2')).status).toBe(200);
    for (const before of ['99999999999', '1e300', '-1']) expect((await ada.get(`/api/consents/history?before=${before}`)).status).toBe(422);
  });

  it('come with a receipt that anyone can check against our public key, and only their owner can fetch', async () => {
    await give(ada, 'marketing_email');
    const { recordId } = await stateOf(ada, 'marketing_email');
    const path = `/api/consents/receipts/${recordId}`;
    const receipt = (await ada.get(path)).body as Record<string, Json> & { proof: { jws: string } };
    expect(receipt).toMatchObject({ '@type': 'dpv:ConsentReceipt', 'dpv:hasConsentStatus': { '@id': 'dpv:ConsentGiven' }, 'dpv:hasPurpose': { 'dct:identifier': 'marketing_email' } });
    expect(JSON.stringify(receipt)).not.toMatch(/ada@example|Ada Example/);
    const { proof: { jws }, ...signed } = receipt;
    const { keys } = (await world.visitor().get('/.well-known/jwks.json')).body as { keys: JWK[] };
    const [header = '', , signature = ''] = jws.split('.');
    const check = (text: string) => flattenedVerify({ protected: header, signature, payload: Buffer.from(text).toString('base64url') },
      async ({ kid }) => importJWK(keys.find((key) => key.kid === kid)!, 'EdDSA'));
    await expect(check(canonicalJson(signed))).resolves.toBeDefined();
    await expect(check(canonicalJson({ ...signed, 'dpv:hasJurisdiction': 'Nowhere' }))).rejects.toThrow(/signature/);
    expect((await ada.get(path)).body).toEqual(receipt);
    expect(keys.every((key) => !('d' in key))).toBe(true);
    const foreign = await eve.get(path);
    const absent = await ada.get(`/api/consents/receipts/${randomUUID()}`);
    expect([foreign.status, foreign.body]).toEqual([404, absent.body]);
    expect([foreign.status, (await ada.get('/api/consents/receipts/x')).body]).toEqual([404, absent.body]);
  });

  const paperOf = async (who: Visitor, purpose: string) => {
    const { recordId } = await stateOf(who, purpose);
    const answer = await fetch(`${world.url}/api/consents/receipts/${recordId}/pdf`, { headers: { cookie: who.cookie } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const { extractText, getDocumentProxy } = await import('unpdf');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    return { recordId, bytes, text };
  };

  it('come with the receipt as a tagged PDF, too', async () => {
    const { recordId, bytes, text } = await paperOf(ada, 'marketing_email');
    expect(text).toMatch(/You allowed this on .*Send me news by mail.*The notice you read, version 2/s);
    expect(bytes.includes('/MarkInfo')).toBe(true);
    expect((await eve.get(`/api/consents/receipts/${recordId}/pdf`)).status).toBe(404);
  });

  it('say on that what may be shown in words, as the page of consents does', async () => {
    const { visitor } = await listedCandidate(world, { shares: ['availability', 'email', 'place'] });
    expect((await paperOf(visitor, 'discovery')).text.replaceAll(/\s+/g, ' ')).toContain('What may be shown: when you could begin, e-mail address, headline with role and level, place, skills');
  });

  it('end with the account, in the second it is deleted', async () => {
    const gone = await world.candidate('gone@example.com');
    await give(gone, 'marketing_email');
    const [{ id } = { id: '' }] = await world.database.query<{ id: string }>(`select id from auth."user" where email = 'gone@example.com'`);
    expect((await gone.post('/api/account/deletion', { password: 'three quiet words', now: false })).status).toBe(200);
    expect(await world.database.query('select 1 from consent.live_grant where subject_id = $1', [id])).toEqual([]);
    const events = await world.database.query<{ payload: { because: string } }>(`select payload from jobs.outbox where name = 'consent.ended' and payload ->> 'subjectId' = $1`, [id]);
    expect(events.map(({ payload }) => payload.because)).toEqual(['terminated']);
  });
});

describe('an account that is deleted while a consent is given', () => {
  it('does not stay listed: whoever was giving is waited for, and whoever comes later is refused', async () => {
    const { accountId, visitor } = await listedCandidate(world);
    const owner = new Client({ connectionString: world.database.ownerUrl });
    await owner.connect();
    owner.on('error', () => undefined);
    await owner.query('begin');
    await owner.query('select from consent.subject where account_id = $1 for no key update', [accountId]);
    const waiting = async (count: number) => {
      for (let tries = 0; tries < 4_000; tries += 1) {
        if ((await world.database.query('select from pg_locks join pg_stat_activity using (pid) where datname = current_database() and not granted')).length >= count) return;
        await pause(25);
      }
      throw new Error('Nobody waits');
    };
    const first = give(visitor, 'discovery', { where: '/visibility', fields: ['name', 'email'] });
    await waiting(1);
    const closing = visitor.post('/api/account/deletion', { password: PASSWORD, now: false });
    await waiting(2);
    const last = give(visitor, 'discovery', { where: '/visibility', fields: ['name', 'email'] });
    await waiting(3);
    await owner.query('commit');
    await owner.end();
    expect([(await first).status, (await closing).status]).toEqual([200, 200]);
    expect([401, 409]).toContain((await last).status);
    for (const table of ['consent.live_grant where subject_id', 'recruiters.talent_listing where candidate_id', 'recruiters.talent_contact where candidate_id']) {
      expect([table, await world.database.query(`select from ${table} = $1`, [accountId])]).toEqual([table, []]);
    }
    await expect(share(world, accountId, [])).rejects.toMatchObject({ code: 'consent.account_closed' });
    expect(await world.app.get(Database).transaction((tx) => world.app.get(AccountContacts, { strict: false }).isAdult(tx, accountId))).toBe(false);
  });
});

describe('an account that is purged before a consent arrives that was sent for it', () => {
  it('is refused it, and nothing of it comes to be in the ledger again', async () => {
    const gone = await world.candidate('purged@example.com');
    await give(gone, 'marketing_email');
    const [{ id } = { id: '' }] = await world.database.query<{ id: string }>(`select id from auth."user" where email = 'purged@example.com'`);
    expect((await gone.post('/api/account/deletion', { password: PASSWORD, now: true })).status).toBe(200);
    await world.settle();
    await world.settle();
    expect(await world.database.query('select 1 from accounts.account where id = $1', [id])).toEqual([]);
    const [before] = await world.database.query('select count(*) as records from consent.record');
    for (const purpose of ['marketing_email', 'resume_keeping'] as const) await expect(allow(world, id, purpose)).rejects.toMatchObject({ code: 'consent.account_closed' });
    for (const table of ['subject where account_id', 'live_grant where subject_id']) expect(await world.database.query(`select 1 from consent.${table} = $1`, [id])).toEqual([]);
    expect(await world.database.query('select count(*) as records from consent.record')).toEqual([before]);
  });
});

describe('what was taken back', () => {
  it('is journalled outside the database, also where a consent was only narrowed, and is not ended twice in a ledger that knows of it', async () => {
    const { accountId } = await listedCandidate(world);
    const ended = async (): Promise<string[]> => {
      await world.settle();
      const events: string[] = [];
      for await (const line of (await journalPlace(world.app.get(Config).settings)).lines()) {
        if (line?.kind === 'consent.ended' && line.ids.subjectId === accountId) events.push(line.ids.eventId ?? '');
      }
      return events;
    };
    await share(world, accountId, ['name', 'place', 'scores', 'languages', 'email', 'availability']);
    expect(await ended()).toEqual([]);
    await share(world, accountId, ['name']);
    expect(await ended()).toHaveLength(1);
    await hide(world, accountId);
    expect(await ended()).toHaveLength(2);
    await share(world, accountId, ['place']);
    const { kinds, unreadable } = await world.app.get(Journal).replay();
    expect([kinds.get('consent.ended')?.done, unreadable]).toEqual([0, 0]);
    expect(await talentIdOf(world, accountId)).not.toBe('');
    // A database of before: its ledger knows neither end.
    const before = await listedCandidate(world);
    for (const eventId of await ended()) {
      await world.app.get(Journal).write({ id: randomUUID(), at: new Date().toISOString(), kind: 'consent.ended', ids: { subjectId: before.accountId, purpose: 'discovery', scope: '', because: 'withdrawn', eventId } });
    }
    expect((await world.app.get(Journal).replay()).kinds.get('consent.ended')?.done).toBe(1);
    expect(await talentIdOf(world, before.accountId)).toBe('');
    expect(await world.database.query('select * from consent.faults()')).toEqual([]);
  });
});

describe('the end of a consent', () => {
  it('comes at its second although nothing has run, is told 30 days before, and is written down later', async () => {
    const [{ id } = { id: '' }] = await world.database.query<{ id: string }>(`select id from auth."user" where email = 'eve@example.com'`);
    // What the visibility page does, for somebody without a profile: given in the ledger, for a year.
    await world.database.query(`select consent.give($1, $2)`, [id, JSON.stringify({
      event_id: randomUUID(), purpose: 'discovery', scope: '', fields: ['headline'], notice_version: 1, notice_hash: 'x', locale: 'en', wording: 'x', how: 'switch',
      place: '/visibility', actor: 'subject', legal_basis: 'eu-gdpr:A6-1-a', jurisdiction: 'x', lasts: 'P12M',
    })]);
    const told = () => world.database.query(`select 1 from jobs.outbox where name = 'consent.ending' and payload ->> 'subjectId' = $1`, [id]);
    const sweep = () => world.app.get(ConsentSweep).sweep();
    await sweep();
    expect(await told()).toEqual([]);
    await world.database.query(`insert into clock.shift (by) select (select expires_at from consent.live_grant where subject_id = $1) - now() - interval '30 days' + interval '1 second'`, [id]);
    await sweep();
    await sweep();
    expect(await told()).toHaveLength(1);
    await world.database.moveClock('30 days');
    const [state] = await world.database.query<{ live: boolean }>(`select exists (select from consent.hold($1, 'discovery', '')) as live`, [id]);
    expect(state).toEqual({ live: false });
    await sweep();
    expect(await world.database.query(`select payload ->> 'because' as because from jobs.outbox where name = 'consent.ended' and payload ->> 'subjectId' = $1`, [id])).toEqual([{ because: 'expired' }]);
    const acts = await world.database.query<{ status: string }>(`select r.status from consent.record r join consent.subject s on s.ref = r.subject_ref where s.account_id = $1 order by r.version`, [id]);
    expect(acts.map(({ status }) => status)).toEqual(['given', 'expired']);
    expect(await world.database.query(`select 1 from consent.live_grant where subject_id = $1`, [id])).toEqual([]);
    expect(await world.database.query('select * from consent.faults()')).toEqual([]);
  });
});
