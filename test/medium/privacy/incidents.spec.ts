import { personalDataHolders } from '../../../src/platform/personal-data/index.js';
import { retentionClasses } from '../../../src/platform/policy/index.js';
import { allow } from '../../support/consents.js';
import { mailsTo } from '../../support/mails.js';
import { personWith } from '../../support/people.js';
import { setUpSecondFactor } from '../../support/second-factor.js';
import { type Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';

interface Incident { id: string; knownAt: string; notifyBy: string; isLate: boolean; waiting: number; sent: number; leftOut: number; closedAt: string | null }

const ABSENT = '00000000-0000-7000-8000-000000000000';
const FACTS = { what: 'A backup lay open on the net.', data: 'Names and addresses' };
const WORDS = { what: 'A backup could be read by strangers.', meaning: 'Strangers may know your address.\nExpect odd mails.', measures: 'We closed it and told the authority.' };

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
const hoursAgo = async (hours: number): Promise<string> => {
  const [row] = await world.database.query<{ at: Date }>('select clock.now() - make_interval(hours => $1) as at', [hours]);
  return row!.at.toISOString();
};
const opened = async (knownHoursAgo = 1): Promise<Incident> => (await operator.post('/api/operations/incidents', { ...FACTS, knownAt: await hoursAgo(knownHoursAgo) })).body as Incident;
const at = ({ id }: Incident, rest = ''): string => `/api/operations/incidents/${id}${rest}`;
const look = async (incident: Incident): Promise<Incident> => (await operator.get(at(incident))).body as Incident;
const count = async (incident: Incident, wanted: object) => (await operator.post(at(incident, '/people/count'), wanted)).body as { people: number; added: number };
const told = async (email: string): Promise<string[]> => (await mailsTo(world, email)).filter(({ subject }) => subject === 'Something happened to your data').map(({ text }) => text);

describe('what was given to an authority', () => {
  const given = async (accountId: string) => ({ accountId, recipient: 'District court of Lisbon', ground: 'Code of criminal procedure, article 187, order 7/26', data: 'Sign-ins of October', reason: 'A court ordered it.', disclosedAt: await hoursAgo(1) });
  const mine = async (visitor: Visitor) => ((await visitor.get('/api/privacy/legal-disclosures')).body as { disclosures: object[] }).disclosures;
  const path = '/api/operations/legal-disclosures';

  it('is written down with its ground and its reason, and the person reads it at once', async () => {
    const me = await world.candidate('ordered@example.com');
    const line = await given(await idOf(me));
    expect((await operator.post(path, { ...line, reason: ' ' })).body).toMatchObject({ fields: { reason: 'Say why it had to be given.' } });
    expect((await operator.post(path, { ...line, accountId: ABSENT })).body).toMatchObject({ code: 'privacy.no_such_account' });
    expect((await operator.post(path, line)).body).toMatchObject({ recipient: line.recipient, toldAt: expect.any(String) });
    const { recipient, ground, data, reason, disclosedAt } = line;
    expect(await mine(me)).toEqual([expect.objectContaining({ recipient, ground, data, reason, disclosedAt })]);
    expect((await mailsTo(world, 'ordered@example.com')).map(({ subject }) => subject)).toEqual(['Data of yours was given to an authority']);
    expect(await world.database.query(`select detail from audit.entry where action = 'privacy.disclosed_to_authority'`)).toEqual([{ detail: { secret: false } }]);
    expect(await mine(operator)).toEqual([]);
    expect((await me.get(path)).status).toBe(403);
    await me.post('/api/account/deletion', { now: true, password: PASSWORD });
    await world.settle();
    expect(await world.database.query('select account_id, data, reason, ground from privacy.legal_disclosure')).toEqual([{ account_id: null, data: null, reason: null, ground: line.ground }]);
  });

  it('is kept from the person as long as the law forbids to tell them, and not a moment longer', async () => {
    const me = await world.candidate('watched@example.com');
    const line = await given(await idOf(me));
    const rows = async (): Promise<number> => ((await me.get('/api/privacy/holdings')).body as { kinds: { id: string; records: number }[] }).kinds.find(({ id }) => id === 'register')?.records ?? 0;
    expect((await operator.post(path, { ...line, secretUntil: await hoursAgo(-1) })).status).toBe(422);
    const before = await rows();
    expect((await operator.post(path, { ...line, secretUntil: await hoursAgo(-1), secretBecause: 'Article 86 of the same code' })).body).toMatchObject({ toldAt: null });
    expect([await mine(me), await rows(), await mailsTo(world, 'watched@example.com')]).toEqual([[], before, []]);
    await world.database.moveClock('61 minutes');
    expect(await mine(me)).toHaveLength(1);
    await world.database.moveClock('15 minutes');
    expect(await mailsTo(world, 'watched@example.com')).toHaveLength(1);
  });
});

describe('an incident with personal data', () => {
  it('[MP18] [MI16] has a 72-hour clock, finds and mails each affected person once, is told to the authority, prevented from now on, and reported', async () => {
    const me = await world.candidate('touched@example.com');
    const gone = await world.candidate('gone@example.com');
    const accountIds = [await idOf(me), await idOf(gone)];
    const incident = await opened(2);
    expect(new Date(incident.notifyBy).getTime() - new Date(incident.knownAt).getTime()).toBe(72 * 3_600_000);
    expect(await count(incident, { by: 'list', accountIds: [...accountIds, ABSENT] })).toEqual({ people: 2, added: 2 });
    expect(await look(incident)).toMatchObject({ waiting: 0, sent: 0 });
    expect((await operator.post(at(incident, '/mails'), WORDS)).body).toMatchObject({ code: 'privacy.nobody_touched' });
    for (let twice = 0; twice < 2; twice += 1) expect((await operator.post(at(incident, '/people'), { by: 'list', accountIds })).body).toMatchObject({ waiting: 2 });
    await gone.post('/api/account/deletion', { now: false, password: PASSWORD });
    expect(await told('touched@example.com')).toEqual([]);

    expect((await operator.post(at(incident, '/mails'), WORDS)).status).toBe(202);
    expect((await operator.post(at(incident, '/mails'), WORDS)).body).toMatchObject({ code: 'privacy.told_before' });
    for (const email of ['touched@example.com', 'gone@example.com']) {
      const [mail, ...others] = await told(email);
      expect(others).toEqual([]);
      for (const said of ['What happened: A backup could be read by strangers.', 'What it means for you: Strangers may know your address.', 'Expect odd mails.', 'What we do: We closed it', 'privacy@viva-voce.example']) expect(mail).toContain(said);
    }
    expect(await look(incident)).toMatchObject({ waiting: 0, sent: 2, leftOut: 0 });

    const closing = { prevention: 'Backups are encrypted, and a test reads none.' };
    expect((await operator.post(at(incident, '/closing'), closing)).body).toMatchObject({ code: 'privacy.authority_open' });
    expect((await operator.put(at(incident, '/authority'), { toldAt: await hoursAgo(0), reference: 'DPA-2026-17' })).body).toMatchObject({ authorityReference: 'DPA-2026-17', isLate: false });
    expect((await operator.post(at(incident, '/closing'), closing)).body).toMatchObject({ prevention: closing.prevention, closedAt: expect.any(String) });
    expect((await operator.put(at(incident), FACTS)).body).toMatchObject({ code: 'privacy.incident_is_closed' });

    const report = (await operator.get(at(incident, '/report'))).text;
    for (const said of [FACTS.what, FACTS.data, 'DPA-2026-17', WORDS.meaning, closing.prevention, '"People mailed","2"']) expect(report).toContain(said);
    for (const secret of [...accountIds, 'touched@example.com', 'Ada Example']) expect(report).not.toContain(secret);
    const done = await world.database.query<{ action: string }>(`select action from audit.entry where subject_id = $1 order by sequence`, [incident.id]);
    expect(done.map(({ action }) => action)).toEqual([
      'privacy.incident_opened', 'privacy.incident_people_counted', 'privacy.incident_people_added', 'privacy.incident_people_added', 'privacy.incident_mails_begun', 'privacy.incident_authority_decided', 'privacy.incident_closed', 'privacy.incident_report_read',
    ]);
  });

  it('finds everybody, those with a kind of data, and those who were here in a period, and mails whoever is found later the same', async () => {
    const email = 'keeper@example.com';
    const [keeper, away] = [await world.candidate(email), await personWith(world, { email: 'away@example.com' })];
    const incident = await opened();
    const everybody = await count(incident, { by: 'everybody' });
    expect(everybody.people).toBe((await world.database.query('select from accounts.account')).length);
    await keeper.put('/api/objections/marketing_email', {});
    expect(await count(incident, { by: 'data', kind: 'privacyChoices' })).toEqual({ people: 1, added: 1 });
    const period = { by: 'activity', from: await hoursAgo(1), to: await hoursAgo(-1) };
    expect((await count(incident, period)).people).toBe(everybody.people - 1);
    expect(await count(incident, { ...period, from: await hoursAgo(30), to: await hoursAgo(20) })).toEqual({ people: 0, added: 0 });
    expect(await world.database.query(`select detail from audit.entry where action = 'privacy.incident_people_counted' and subject_id = $1 order by sequence limit 2`, [incident.id]))
      .toEqual([{ detail: { by: 'everybody', ...everybody } }, { detail: { by: 'data', people: 1, added: 1 } }]);

    await operator.post(at(incident, '/people'), { by: 'data', kind: 'privacyChoices' });
    await operator.post(at(incident, '/mails'), WORDS);
    expect(await told(email)).toHaveLength(1);
    expect((await operator.post(at(incident, '/people'), { by: 'list', accountIds: [away, await idOf(keeper)] })).body).toMatchObject({ waiting: 1, sent: 1 });
    expect([await told('away@example.com'), await told(email)].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('can ask for every kind of data that is kept', async () => {
    const incident = await opened();
    const kinds = new Set<string>(personalDataHolders().flatMap(({ tables }) => tables).map(({ retention }) => retention));
    const asked = retentionClasses.filter((kind) => kinds.has(kind));
    const answers = await Promise.all(asked.map(async (kind) => [kind, (await operator.post(at(incident, '/people/count'), { by: 'data', kind })).status]));
    expect(answers).toEqual(asked.map((kind) => [kind, 200]));
  });

  it('refuses what cannot be: the future, an end before its beginning, an authority told before it was known, both told and not told', async () => {
    const incident = await opened();
    const later = await hoursAgo(-2);
    expect((await operator.post('/api/operations/incidents', { ...FACTS, knownAt: later })).body).toMatchObject({ code: 'privacy.not_yet', fields: { knownAt: expect.any(String) } });
    expect((await operator.put(at(incident), { ...FACTS, beganAt: await hoursAgo(2), endedAt: await hoursAgo(3) })).status).toBe(422);
    expect((await operator.put(at(incident, '/authority'), { toldAt: await hoursAgo(9), reference: 'X' })).body).toMatchObject({ code: 'privacy.told_too_early' });
    expect((await operator.put(at(incident, '/authority'), { toldAt: await hoursAgo(0), reference: 'X', because: 'Y' })).status).toBe(422);
    expect((await operator.put(at(incident), { ...FACTS, beganAt: await hoursAgo(30), endedAt: await hoursAgo(3) })).body).toMatchObject({ endedAt: expect.any(String) });
  });

  it('is for operators only', async () => {
    const other = await world.candidate();
    for (const path of ['', `/${ABSENT}`, `/${ABSENT}/report`]) {
      expect((await other.get(`/api/operations/incidents${path}`)).status).toBe(403);
      expect((await world.visitor().get(`/api/operations/incidents${path}`)).status).toBe(401);
    }
  });

  it('reminds once while nothing is decided about the authority, is late after 72 hours, and takes a reason in its place', async () => {
    const [running, decided] = [await opened(66), await opened(66)];
    await operator.put(at(decided, '/authority'), { because: 'Nobody could have read it: it was encrypted.' });
    const reminders = async (): Promise<string[]> => (await mailsTo(world, 'privacy@viva-voce.example')).filter(({ subject }) => /authority runs out/.test(subject)).map(({ text }) => text);
    await world.database.moveClock('6 minutes');
    expect((await reminders()).map((text) => text.includes(running.id))).toEqual([true]);
    await world.database.moveClock('7 hours');
    expect(await reminders()).toHaveLength(1);
    expect([await look(running), await look(decided)].map(({ isLate }) => isLate)).toEqual([true, false]);
    expect((await operator.post(at(decided, '/closing'), { prevention: 'Nothing more.' })).body).toMatchObject({ code: 'privacy.people_open' });
    expect((await operator.post(at(decided, '/closing'), { prevention: 'Nothing more.', notToldBecause: 'It was encrypted.' })).status).toBe(200);
  });

  it('is in the copy of whoever was told, leads to nobody once they are gone, and goes when its period is over', async () => {
    const me = await world.candidate('leaves@example.com');
    const accountId = await idOf(me);
    const incident = await opened();
    await operator.post(at(incident, '/people'), { by: 'list', accountIds: [accountId] });
    const copy = async () => {
      const { Database } = await import('../../../src/platform/db/index.js');
      const { incidentsHolder } = await import('../../../src/privacy/incidents/incidents.personal-data.js');
      return incidentsHolder.export(world.app.get(Database).alone, accountId);
    };
    expect(await copy()).toEqual({});
    await operator.post(at(incident, '/mails'), WORDS);
    await world.settle();
    expect(await copy()).toMatchObject({ incidents: [WORDS] });
    await allow(world, accountId, 'resume_keeping');
    await me.post('/api/account/deletion', { now: true, password: PASSWORD });
    await world.settle();
    expect(await world.database.query('select account_id, state from privacy.incident_person where incident_id = $1', [incident.id])).toEqual([{ account_id: null, state: 'sent' }]);
    await world.database.moveClock('3 years 1 day');
    await world.settle();
    expect(await world.database.query('select from privacy.incident')).toEqual([]);
    expect(await world.database.query('select from privacy.incident_person')).toEqual([]);
  });
});
