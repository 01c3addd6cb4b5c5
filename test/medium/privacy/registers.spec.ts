import { randomUUID } from 'node:crypto';
import { Period } from '../../../src/kernel/index.js';
import { AccountPurge } from '../../../src/accounts/settings/account-purge.js';
import { Database } from '../../../src/platform/db/index.js';
import { ObjectStore } from '../../../src/platform/storage/index.js';
import { Sealing } from '../../../src/privacy/holds/sealing.js';
import { mailsTo } from '../../support/mails.js';
import { setUpSecondFactor } from '../../support/second-factor.js';
import { Unpacked } from '../../support/unpacked.js';
import { until } from '../../support/until.js';
import { type Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';

interface Message { by: string; body: string }
interface Request {
  id: string; number: string; identity: string; askedAt: string; dueAt: string; acknowledgeBy: string | null; acknowledgedAt: string | null; isReceiptOverdue?: boolean; extendedAt: string | null; extendedBecause: string | null;
  outcome: string | null; answer: string | null; messages: Message[];
}

const ABSENT = '00000000-0000-7000-8000-000000000000';
const DAY = 86_400_000;

let world: World;
let operator: Visitor;
beforeAll(async () => {
  world = await World.create();
  operator = await world.candidate('operator@example.com');
  await world.database.query(`update accounts.account set roles = array['operator'] where id = (select id from auth."user" where email = 'operator@example.com')`);
  await setUpSecondFactor(operator);
});
afterAll(() => world.destroy());

const idOf = async (visitor: Visitor): Promise<string> => ((await visitor.get('/api/session')).body as { account: { id: string } }).account.id;
const mine = async (visitor: Visitor): Promise<Request[]> => ((await visitor.get('/api/privacy/requests')).body as { requests: Request[] }).requests;
const ask = async (visitor: Visitor, asked: object): Promise<Request> => (await visitor.post('/api/privacy/requests', { kind: 'correction', body: 'My name is spelled Aida.', ...asked })).body as Request;
const letter = async (said: object): Promise<Request> => (await operator.post('/api/operations/requests', { kind: 'access', body: 'What do you hold?', ...said })).body as Request;
const listed = async (id: string): Promise<Request> => ((await operator.get('/api/operations/requests')).body as { requests: Request[] }).requests.find((one) => one.id === id)!;
const linkTo = async (email: string): Promise<string> => {
  const mail = (await mailsTo(world, email)).find(({ subject }) => subject === 'Did you write to us about your data?');
  return /confirm-request#token=([\w-]+)/.exec(mail!.text)![1]!;
};

describe('the law that somebody calls upon', () => {
  const daysOf = ({ askedAt, dueAt }: Request): number => Math.round((new Date(dueAt).getTime() - new Date(askedAt).getTime()) / DAY);
  const aMonthAfter = (iso: string): string => {
    const from = new Date(iso);
    const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 2, 0)).getUTCDate();
    return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, Math.min(from.getUTCDate(), last), from.getUTCHours(), from.getUTCMinutes(), from.getUTCSeconds(), from.getUTCMilliseconds())).toISOString();
  };

  it('[MR26] says by when the answer is due: a month in the European Union, 45 days in California, 30 in Nigeria, 90 in India', async () => {
    const european = await ask(await world.candidate(), { jurisdiction: 'eu' });
    expect(new Date(european.dueAt).toISOString().slice(0, 19)).toBe(aMonthAfter(european.askedAt).slice(0, 19));
    const days = [];
    for (const jurisdiction of ['california', 'nigeria', 'india', undefined]) days.push(daysOf(await ask(await world.candidate(), { jurisdiction })));
    expect(days).toEqual([45, 30, 90, 30]);
    expect((await (await world.candidate()).post('/api/privacy/requests', { kind: 'correction', body: 'x', jurisdiction: 'atlantis' })).body).toMatchObject({ status: 422, code: 'privacy.no_such_law' });
  });

  it('[MR26] is published with its name, its period and the authority to complain to, and asks for a word of receipt where it wants one', async () => {
    const { jurisdictions } = (await world.visitor().get('/api/policy')).body as { jurisdictions: { id: string; law: string; answerWithin: string; authority: { url: string } }[] };
    expect(jurisdictions.find(({ id }) => id === 'nigeria')).toMatchObject({ law: expect.stringContaining('Nigeria Data Protection Act'), answerWithin: '30 days', authority: { url: expect.stringContaining('ndpc') } });
    const asked = await ask(await world.candidate(), { jurisdiction: 'california' });
    expect([asked.acknowledgeBy, asked.acknowledgedAt]).toEqual([expect.any(String), expect.any(String)]);
    const within = new Date(asked.acknowledgeBy!).getTime() - new Date(asked.askedAt).getTime();
    expect([12 * DAY <= within, within <= 16 * DAY]).toEqual([true, true]);
    expect((await ask(await world.candidate(), { jurisdiction: 'eu' })).acknowledgeBy).toBeNull();
  });

  it('has whoever answers reminded once that a word of receipt is owed, shows that it is late, and is content with whatever was written', async () => {
    const reminders = async (): Promise<number> => {
      await world.database.moveClock('20 minutes');
      return (await mailsTo(world, 'privacy@viva-voce.example')).filter(({ subject }) => subject === 'A request about personal data waits for a word of receipt').length;
    };
    const owed = (id: string, when: string) => world.database.query(`update privacy.request set acknowledged_at = null, acknowledge_by = clock.now() + $2::interval where id = $1`, [id, when]);
    const { id, acknowledgedAt } = await letter({ jurisdiction: 'california' });
    expect([acknowledgedAt, await reminders()]).toEqual([null, 0]);
    await owed(id, '2 days');
    expect([await reminders(), await reminders(), (await listed(id)).isReceiptOverdue]).toEqual([1, 1, false]);
    await owed(id, '0 seconds');
    expect([await reminders(), (await listed(id)).isReceiptOverdue]).toEqual([1, true]);
    await operator.post(`/api/operations/requests/${id}/messages`, { body: 'It came.' });
    expect(await listed(id)).toMatchObject({ acknowledgedAt: expect.any(String), isReceiptOverdue: false });
    const putOff = await letter({ jurisdiction: 'california' });
    expect((await operator.post(`/api/operations/requests/${putOff.id}/extension`, { because: 'Nine colleagues have to be asked.' })).status).toBe(200);
    expect(await listed(putOff.id)).toMatchObject({ extendedAt: expect.any(String), acknowledgedAt: expect.any(String) });
    const me = await world.candidate();
    const asked = await ask(me, { jurisdiction: 'california' });
    await owed(asked.id, '1 day');
    await operator.post(`/api/operations/requests/${asked.id}/answer`, { outcome: 'refused', answer: 'We see no fault.' });
    expect((await me.post(`/api/privacy/requests/${asked.id}/reopening`, { body: 'There is one.' })).status).toBe(204);
    expect([await reminders(), (await listed(asked.id)).acknowledgedAt]).toEqual([1, expect.any(String)]);
  });

  it('lets an answer be put off once, with a reason that the person reads, and only where it says so', async () => {
    const me = await world.candidate('slow@example.com');
    const [european, nigerian] = [await ask(me, { jurisdiction: 'eu' }), await ask(me, { jurisdiction: 'nigeria' })];
    const put = (id: string, because = 'Nine colleagues have to be asked.') => operator.post(`/api/operations/requests/${id}/extension`, { because });
    expect((await put(european.id, 'x'.repeat(2001))).status).toBe(422);
    expect((await put(nigerian.id)).body).toMatchObject({ status: 409, code: 'privacy.not_extendable' });
    expect((await put(european.id)).body).toEqual({ told: true });
    expect((await put(european.id)).body).toMatchObject({ status: 409, code: 'privacy.extended_or_due' });
    expect((await put(ABSENT)).status).toBe(404);
    const after = (await mine(me)).find(({ id }) => id === european.id)!;
    expect(after).toMatchObject({ extendedAt: expect.any(String), extendedBecause: 'Nine colleagues have to be asked.' });
    // Two months more than one month: of the end of January that is the end of February, and a day of April as early as that.
    expect(after.dueAt).toBe(Period.parse('P2M').after(new Date(european.dueAt)).toISOString());
    expect((await mailsTo(world, 'slow@example.com')).map(({ subject }) => subject)).toContain('Our answer takes longer');
  });
});

describe('a letter', () => {
  it('[MI15] counts as its owner’s once they say so by the link mailed to the address of the account, which works once', async () => {
    const me = await world.candidate('writes@example.com');
    const asked = await letter({ email: 'writes@example.com' });
    expect(asked).toMatchObject({ identity: 'unconfirmed', dueAt: expect.any(String) });
    const token = await linkTo('writes@example.com');
    const confirm = (given: string) => world.visitor().post('/api/privacy/request-confirmations', { token: given });
    expect((await world.visitor().get(`/api/privacy/request-confirmations?token=${token}`)).status).toBe(404);
    expect((await confirm('x'.repeat(22))).status).toBe(404);
    expect((await confirm(token)).status).toBe(204);
    expect((await confirm(token)).body).toMatchObject({ status: 404, code: 'privacy.link_used_or_expired' });
    expect(await listed(asked.id)).toMatchObject({ identity: 'confirmed' });
    expect(await mine(me)).toEqual([expect.objectContaining({ number: asked.number, identity: 'confirmed' })]);
    expect(await world.database.query('select confirm_hash from privacy.request where id = $1', [asked.id])).toEqual([{ confirm_hash: null }]);
  });

  it('[MI15] tells whoever wrote it in somebody else’s name nothing, and its link ends', async () => {
    await world.candidate('victim@example.com');
    const asked = await letter({ email: 'victim@example.com', kind: 'deletion' });
    const token = await linkTo('victim@example.com');
    const mails = await mailsTo(world, 'victim@example.com');
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toMatch(/If it was not you, do nothing: nobody is told anything, and nothing is deleted\./);
    await world.database.query(`update privacy.request set confirm_until = clock.now() where id = $1`, [asked.id]);
    expect((await world.visitor().post('/api/privacy/request-confirmations', { token })).status).toBe(404);
    expect(await listed(asked.id)).toMatchObject({ identity: 'unconfirmed' });
    expect(await letter({ email: 'nobody-at-all@example.com' })).toMatchObject({ identity: 'no_account' });
  });
});

describe('a complaint', () => {
  it('has a number, is talked about until it is answered, and is taken up again once', async () => {
    const [me, other] = [await world.candidate('complains@example.com'), await world.candidate()];
    const asked = await ask(me, { kind: 'grievance', body: 'Nobody answers.', jurisdiction: 'eu' });
    expect(asked.number).toMatch(/^[0-9A-F]{10}$/);
    const write = (visitor: Visitor, path: string, body: string) => visitor.post(`/api/privacy/requests/${asked.id}/${path}`, { body });
    expect((await write(other, 'messages', 'Me too.')).status).toBe(404);
    expect((await write(me, 'messages', 'It is about Tuesday.')).status).toBe(204);
    expect((await operator.post(`/api/operations/requests/${asked.id}/messages`, { body: 'Which Tuesday?' })).body).toEqual({ told: true });
    expect((await listed(asked.id)).messages.map(({ by, body }) => [by, body])).toEqual([['person', 'It is about Tuesday.'], ['operator', 'Which Tuesday?']]);
    expect((await write(me, 'reopening', 'Too early.')).status).toBe(404);
    await operator.post(`/api/operations/requests/${asked.id}/answer`, { outcome: 'refused', answer: 'We see no fault.' });
    expect((await write(me, 'messages', 'But.')).status).toBe(404);
    expect((await write(other, 'reopening', 'But.')).status).toBe(404);
    // A policy may cease to name a law while something asked under it is still talked about.
    await world.database.query(`update privacy.request set jurisdiction = 'atlantis' where id = $1`, [asked.id]);
    expect((await write(me, 'reopening', 'There is one.')).status).toBe(204);
    expect((await mine(me))[0]).toMatchObject({ outcome: null, answer: null, messages: [{ by: 'person' }, { by: 'operator' }, { by: 'operator', body: 'We see no fault.' }, { by: 'person', body: 'There is one.' }] });
    expect((await operator.post(`/api/operations/requests/${asked.id}/answer`, { outcome: 'done', answer: 'You are right.' })).body).toMatchObject({ told: true });
    expect((await mailsTo(world, 'complains@example.com')).filter(({ subject }) => subject === 'Your request is answered')).toHaveLength(2);
    expect((await write(me, 'reopening', 'Again.')).status).toBe(404);
    expect((await me.post('/api/account/deletion', { now: true, password: PASSWORD })).status).toBe(200);
    await world.settle();
    expect(await world.database.query('select 1 from privacy.request_message where request_id = $1', [asked.id])).toEqual([]);
  });
});

describe('a legal hold', () => {
  const day = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
  const place = (accountId: string, more: object = {}) => operator.post('/api/operations/legal-holds', { accountId, modules: ['accounts', 'privacy'], ground: 'Code of civil procedure, section 142', reason: 'A court wants it.', holdsUntil: day(100), ...more });
  const theirs = async (visitor: Visitor): Promise<object[]> => ((await visitor.get('/api/privacy/legal-holds')).body as { holds: object[] }).holds;
  const opened = async (id: string): Promise<Unpacked> => {
    const response = await fetch(`${world.url}/api/operations/legal-holds/${id}/file`, {
      method: 'POST', headers: { cookie: operator.cookie, origin: world.url, 'content-type': 'application/json' }, body: JSON.stringify({ because: 'The court asked again.' }) });
    expect(response.status).toBe(200);
    return Unpacked.of(new Uint8Array(await response.arrayBuffer()));
  };

  it('[MI13] is told to the person and stands in their privacy centre, unless a law forbids it, and ends when an operator says so', async () => {
    const [me, silent] = [await world.candidate('told@example.com'), await world.candidate('silent@example.com')];
    const { id } = (await place(await idOf(me))).body as { id: string };
    const secret = (await place(await idOf(silent), { secretBecause: 'Code of criminal procedure, section 95', secretUntil: day(50) })).body as { id: string };
    await world.settle();
    expect(await theirs(me)).toEqual([expect.objectContaining({ id, ground: 'Code of civil procedure, section 142', reason: 'A court wants it.' })]);
    expect(await theirs(silent)).toEqual([]);
    expect((await mailsTo(world, 'told@example.com')).map(({ subject }) => subject)).toEqual(['A copy of data of yours is kept by a legal hold']);
    expect(await mailsTo(world, 'silent@example.com')).toEqual([]);
    expect((await me.post(`/api/operations/legal-holds/${id}/end`)).status).toBe(403);
    expect((await operator.post(`/api/operations/legal-holds/${id}/end`)).body).toMatchObject({ state: 'ended', reason: null });
    for (const gone of [id, ABSENT, 'no-id']) expect((await operator.post(`/api/operations/legal-holds/${gone}/end`)).status).toBe(404);
    expect(await theirs(me)).toEqual([]);
    await operator.post(`/api/operations/legal-holds/${secret.id}/end`);
  });

  it('asks for an account that exists, parts that exist and an end within a year', async () => {
    const accountId = await idOf(await world.candidate());
    expect((await place(ABSENT)).body).toMatchObject({ status: 422, code: 'privacy.no_such_account' });
    expect((await place(accountId, { modules: ['secrets'] })).body).toMatchObject({ status: 422, code: 'privacy.no_such_part' });
    for (const holdsUntil of [day(-2), day(400)]) expect((await place(accountId, { holdsUntil })).body).toMatchObject({ status: 422, code: 'privacy.hold_too_long' });
    expect((await place(accountId, { reason: ' ' })).status).toBe(422);
  });

  it('is told by mail to somebody who has deleted their account, as long as they can be reached', async () => {
    const me = await world.candidate('leaves@example.com');
    const accountId = await idOf(me);
    expect((await me.post('/api/account/deletion', { now: false, password: PASSWORD })).status).toBe(200);
    await place(accountId);
    const told = (await mailsTo(world, 'leaves@example.com')).find(({ subject }) => subject === 'A copy of data of yours is kept by a legal hold');
    expect(told!.text).toMatch(/Code of civil procedure, section 142.*A court wants it\./s);
  });

  it('is over at its second: its reason is read no more and its copy opened no more, though no sweep has been there yet', async () => {
    const { id } = (await place(await idOf(await world.candidate()))).body as { id: string };
    await world.settle();
    await world.database.query('update privacy.legal_hold set holds_until = clock.now() where id = $1', [id]);
    const { holds } = (await operator.get('/api/operations/legal-holds')).body as { holds: { id: string }[] };
    expect(holds.find((one) => one.id === id)).toMatchObject({ state: 'ended', reason: null, endedAt: expect.any(String) });
    expect((await operator.post(`/api/operations/legal-holds/${id}/file`, { because: 'Once more.' })).status).toBe(404);
  });

  it('leaves no copy behind that was only ready when it had ended', async () => {
    const { id } = (await place(await idOf(await world.candidate()))).body as { id: string };
    await operator.post(`/api/operations/legal-holds/${id}/end`);
    await world.app.get(ObjectStore).put({ subject: id, owner: 'privacy', contentType: 'application/zip', expiresAt: new Date(Date.now() + 100 * DAY), body: Buffer.from('of a worker that was cut off'), maxBytes: 100 });
    await world.app.get(Sealing).seal(id, new AbortController().signal);
    expect(await world.database.query(`select 1 from storage.object where subject = $1 and status = 'stored'`, [id])).toEqual([]);
  });

  it('is not lost to a purge that begins while it is being placed', async () => {
    const me = await world.candidate();
    const accountId = await idOf(me);
    expect((await me.post('/api/account/deletion', { now: true, password: PASSWORD })).status).toBe(200);
    let purging = Promise.resolve();
    await world.app.get(Database).transaction(async (tx) => {
      await tx.query(
        `insert into privacy.legal_hold (id, account_id, modules, ground, reason, holds_until, expires_at) values ($1, $2, '{accounts}', 'A law', 'A court asks.', clock.now() + interval '1 year', clock.now() + interval '4 years')`, [randomUUID(), accountId]);
      purging = world.app.get(AccountPurge).purge(accountId);
      await until('the purge waits', async () => (await world.database.query('select 1 from pg_locks join pg_stat_activity using (pid) where datname = current_database() and not granted')).length > 0);
    });
    await purging;
    expect(await world.database.query('select 1 from privacy.legal_hold where account_id = $1', [accountId])).toHaveLength(1);
    await world.database.query('delete from privacy.legal_hold where account_id = $1', [accountId]);
  });

  it('[MI13] keeps a sealed copy of the parts that are needed, with a reason and an end, also when the account is deleted at once', async () => {
    const me = await world.candidate('held@example.com');
    const accountId = await idOf(me);
    await ask(me, { body: 'A sentence that a court wants.' });
    const { id } = (await place(accountId)).body as { id: string };
    expect((await me.post('/api/account/deletion', { now: true, password: PASSWORD })).status).toBe(200);
    await world.app.get(AccountPurge).purge(accountId);
    expect(await world.database.query('select 1 from accounts.account where id = $1', [accountId])).toHaveLength(1);
    await world.settle();
    await world.database.moveClock('2 hours');
    await world.settle();
    expect(await world.database.query('select 1 from accounts.account where id = $1', [accountId])).toEqual([]);
    const [row] = await world.database.query<{ account_id: null; state: string; sha256: string }>('select account_id, state, sha256 from privacy.legal_hold where id = $1', [id]);
    expect(row).toMatchObject({ account_id: null, state: 'sealed' });
    const copy = await opened(id);
    const { holds } = (await operator.get('/api/operations/legal-holds')).body as { holds: { id: string; openings: { because: string | null }[] }[] };
    expect(holds.find((one) => one.id === id)!.openings).toEqual([{ because: 'The court asked again.', openedAt: expect.any(String) }]);
    expect(copy.text('data/privacy/requests.json')).toContain('A sentence that a court wants.');
    expect(copy.paths.filter((path) => path.startsWith('data/')).every((path) => /^data\/(accounts|privacy)\//.test(path))).toBe(true);
    await world.database.moveClock('101 days');
    await world.settle();
    expect(await world.database.query('select reason, ground, ended_at is not null as ended from privacy.legal_hold where id = $1', [id])).toEqual([{ reason: null, ground: 'Code of civil procedure, section 142', ended: true }]);
    expect(await world.database.query('select because from privacy.legal_hold_opening where hold_id = $1', [id])).toEqual([{ because: null }]);
    expect(await world.database.query(`select 1 from storage.object where subject = $1`, [id])).toEqual([]);
  });
});
