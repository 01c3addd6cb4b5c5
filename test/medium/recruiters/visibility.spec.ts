import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Policy } from '../../../src/platform/policy/index.js';
import { answered, hide, type ListedCandidate, listedCandidate, share, talentIdOf } from '../../support/listed-candidate.js';
import { personWith, signedIn } from '../../support/people.js';
import { until } from '../../support/until.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

type Recruiter = Awaited<ReturnType<World['recruiter']>>;

let world: World;
let acme: Recruiter;
let agency: Recruiter;
let me: ListedCandidate;

beforeAll(async () => {
  world = await World.create();
  acme = await world.recruiter({ organisation: { name: 'Acme Works', domain: 'hr.acme.com' } });
  agency = await world.recruiter({ organisation: { name: 'Bright Search', domain: 'bright.example.org', kind: 'agency', clients: [{ name: 'Acme', domain: 'hr.acme.com' }] } });
  me = await listedCandidate(world, { name: 'Ines Halvorsen', score: '8.421', competencies: { 'system-design': 8.5 } });
  await answered(world, me.accountId, '9.25', [{ question: 'What broke?', text: 'The cache did, on a Monday.', score: 9.3, followUp: { question: 'And then?', text: 'We slept badly.' } }]);
});
afterAll(() => world.destroy());

const saveBlocks = (visitor: Visitor, domains: readonly string[], organisationIds: readonly string[] = []) => visitor.put('/api/visibility/blocks', { domains, organisationIds });
const found = async ({ visitor }: Recruiter): Promise<string[]> => ((await visitor.get('/api/talent')).body as { talent: { talentId: string }[] }).talent.map(({ talentId }) => talentId);
const previewOf = async (visitor: Visitor, ...fields: string[]) => visitor.get(`/api/visibility/preview?${fields.map((field) => `fields=${field}`).join('&')}`);
async function person(profile: string | null, age = 18): Promise<Visitor> {
  const id = await personWith(world, { email: `${randomUUID()}@example.com` });
  await world.database.query('update accounts.account set declared_age_reached = $2 where id = $1', [id, age]);
  if (profile !== null) await world.database.query(`insert into candidates.profile (account_id, headline, skills) values ($1, $2, '{Go}')`, [id, profile]);
  const visitor = world.visitor();
  visitor.keep(`viva.session_token=${await signedIn(world, id)}; Path=/`);
  return visitor;
}

describe('what a recruiter would see of me', () => {
  it.each([[[]], [['name', 'email']], [['scores', 'place']], [['availability', 'email', 'languages', 'name', 'place', 'scores']], [['answers']], [['answers', 'scores']]])('[MO02] is word for word what they do see, sharing %j', async (fields) => {
    await share(world, me.accountId, fields);
    const { body: shown } = await previewOf(me.visitor, ...fields);
    const { talentId, listedAt, client, ...read } = (await acme.visitor.get(`/api/talent/${me.talentId}`)).body as Record<string, unknown>;
    expect([talentId, client, listedAt]).toEqual([me.talentId, null, expect.any(String)]);
    expect(shown).toEqual(read);
    expect(shown).toMatchObject({ headline: 'Builds things that last', name: fields.includes('name') ? 'Ines Halvorsen' : null, email: fields.includes('email') ? me.email : null, answers: fields.includes('answers') ? expect.objectContaining({ said: [expect.objectContaining({ text: 'The cache did, on a Monday.' })] }) : null });
  });

  it('can be looked at before anybody is shown anything, and lists nobody', async () => {
    const somebody = await person('Counts sheep');
    const before = await found(acme);
    expect((await previewOf(somebody, 'name')).body).toMatchObject({ headline: 'Counts sheep', name: 'Ada Example', email: null, alias: expect.any(String), sharedUntil: expect.any(String) });
    expect(await found(acme)).toEqual(before);
  });

  it('says what is missing when there is nothing to see yet, and that it is for adults', async () => {
    expect(await previewOf(await person(null))).toMatchObject({ status: 409, body: { code: 'recruiters.profile_too_thin' } });
    const hindrance = async (visitor: Visitor) => ((await visitor.get('/api/visibility/hindrance')).body as { hindrance: { code: string; says: string } | null }).hindrance;
    expect(await hindrance(await person(null))).toMatchObject({ code: 'recruiters.profile_too_thin', says: expect.stringMatching(/^Recruiters need something to find you by/) as string });
    // Nobody under age is sent to write a profile first.
    expect(await hindrance(await person(null, 16))).toMatchObject({ code: 'recruiters.adults_only', says: expect.stringMatching(/^Only people of 18 or older/) as string });
    expect(await hindrance(await person('Counts sheep'))).toBeNull();
    expect(await previewOf(await person('Counts sheep', 16))).toMatchObject({ status: 403, body: { code: 'recruiters.adults_only' } });
    expect((await previewOf(world.visitor())).status).toBe(401);
  });
});

describe('an employer I block', () => {
  it('sees me no more from that moment on, nor does an agency that hires for them, and everybody else does', async () => {
    const other = await world.recruiter({ organisation: { name: 'Elsewhere', domain: 'elsewhere.example.net' } });
    expect(await Promise.all([acme, agency, other].map(found))).toEqual([[me.talentId], [me.talentId], [me.talentId]]);
    expect((await saveBlocks(me.visitor, [' https://www.ACME.com/jobs '])).body).toEqual({ domains: ['acme.com'], organisations: [] });
    expect(await Promise.all([acme, agency, other].map(found))).toEqual([[], [], [me.talentId]]);
    const hidden = await acme.visitor.get(`/api/talent/${me.talentId}`);
    const absent = await acme.visitor.get(`/api/talent/${randomUUID()}`);
    expect([hidden.status, hidden.text]).toEqual([404, absent.text]);
    await saveBlocks(me.visitor, []);
    expect(await found(acme)).toEqual([me.talentId]);
  });

  it('can be chosen from those who are here, and hides me from their agencies, too', async () => {
    const { body } = await me.visitor.get('/api/visibility/organisations?like=acme');
    expect(body).toEqual({ organisations: [{ id: acme.organisationId, name: 'Acme Works', domain: 'hr.acme.com', isDomainVerified: false, kind: 'employer' }] });
    expect((await saveBlocks(me.visitor, [], [acme.organisationId])).body).toEqual({ domains: [], organisations: [{ id: acme.organisationId, name: 'Acme Works', domain: 'acme.com' }] });
    expect(await Promise.all([acme, agency].map(found))).toEqual([[], []]);
    await saveBlocks(me.visitor, []);
  });

  it('is hidden from when it comes back under another name at its domain, and when an agency names it', async () => {
    await saveBlocks(me.visitor, [], [acme.organisationId]);
    const again = await world.recruiter({ organisation: { name: 'Quite Another', domain: 'jobs.acme.com' } });
    const hiring = await world.recruiter({ organisation: { kind: 'agency', clients: [{ name: 'A big company', domain: 'acme.com' }] } });
    expect(await Promise.all([again, hiring].map(found))).toEqual([[], []]);
    await saveBlocks(me.visitor, ['acme.com'], [acme.organisationId]);
    expect((await saveBlocks(me.visitor, ['acme.com'], [])).body).toEqual({ domains: ['acme.com'], organisations: [] });
    expect(await Promise.all([again, hiring].map(found))).toEqual([[], []]);
    await saveBlocks(me.visitor, []);
    expect(await Promise.all([again, hiring].map(found))).toEqual([[me.talentId], [me.talentId]]);
  });

  it('looked for too often is not suggested', async () => {
    const { rates } = world.app.get(Policy).values.limits;
    const before = rates.organisationLooksPerMinute;
    rates.organisationLooksPerMinute = 1;
    const somebody = await person(null);
    const statuses = [];
    for (const like of ['acme', 'bright']) statuses.push((await somebody.get(`/api/visibility/organisations?like=${like}`)).status);
    rates.organisationLooksPerMinute = before;
    expect(statuses).toEqual([200, 429]);
  });

  it('before I list myself never sees me at all', async () => {
    const somebody = await listedCandidate(world);
    await hide(world, somebody.accountId);
    await saveBlocks(somebody.visitor, ['acme.com']);
    await share(world, somebody.accountId, []);
    expect(await talentIdOf(world, somebody.accountId)).not.toBe('');
    expect(await found(acme)).toEqual([me.talentId]);
    expect(await found(agency)).toEqual([me.talentId]);
  });

  it('stays blocked when it is approved no longer, and is not found by name then', async () => {
    await saveBlocks(me.visitor, [], [agency.organisationId]);
    await world.database.query(`update recruiters.organisation set state = 'suspended', reason = 'x' where id = $1`, [agency.organisationId]);
    expect((await me.visitor.get('/api/visibility/organisations?like=bright')).body).toEqual({ organisations: [] });
    expect((await saveBlocks(me.visitor, ['acme.com'], [agency.organisationId])).body).toEqual({ domains: ['acme.com'], organisations: [{ id: agency.organisationId, name: 'Bright Search', domain: 'example.org' }] });
    await world.database.query(`update recruiters.organisation set state = 'approved', reason = null where id = $1`, [agency.organisationId]);
    await saveBlocks(me.visitor, []);
  });

  it.each([[['co.uk'], [], 'recruiters.not_a_domain'], [['ada@acme.com'], [], 'recruiters.not_a_domain'], [[], [randomUUID()], 'recruiters.unknown_organisation']])('must be one: %j %j is not', async (domains, ids, code) => {
    expect(await saveBlocks(me.visitor, domains, ids)).toMatchObject({ status: 422, body: { code } });
    expect((await me.visitor.get('/api/visibility/blocks')).body).toEqual({ domains: [], organisations: [] });
  });

  it('is nobody’s business but mine, leaves with me, and is not in the way of others who list themselves at the same time', async () => {
    expect((await saveBlocks(world.visitor(), ['acme.com'])).status).toBe(401);
    const somebody = await listedCandidate(world);
    await Promise.all([saveBlocks(somebody.visitor, ['acme.com']), share(world, somebody.accountId, ['place']), saveBlocks(somebody.visitor, ['acme.com', 'other.com']), share(world, somebody.accountId, [])]);
    const { visibilityHolder } = await import('../../../src/recruiters/visibility/visibility.personal-data.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const { alone } = world.app.get(Database);
    expect(await visibilityHolder.export(alone, somebody.accountId)).toEqual({ blockedEmployers: expect.arrayContaining(['acme.com']) });
    expect(await found(acme)).toEqual([me.talentId]);
    await visibilityHolder.erase(alone, somebody.accountId);
    expect(await visibilityHolder.remaining(alone, somebody.accountId)).toEqual([]);
  });
});

describe('an employer I block at the moment at which it looks at me', () => {
  const listOf = async (name: string): Promise<string> => ((await acme.visitor.post('/api/shortlists', { name })).body as { id: string }).id;
  const put = (list: string, { talentId }: ListedCandidate) => acme.visitor.post(`/api/shortlists/${list}/entries`, { talentId });
  const peopleOn = async (list: string): Promise<unknown[]> => ((await acme.visitor.get(`/api/shortlists/${list}`)).body as { entries: { person: unknown }[] }).entries.map(({ person: shown }) => shown);

  it('neither opens my profile nor puts me on a list once the block is on its way', async () => {
    const nell = await listedCandidate(world);
    const [early, late] = [await listOf('Early'), await listOf('Late')];
    await put(early, nell);
    // Somebody else is at my place on the first list, so that the block waits there with all but its end done.
    const holds = new Client(world.database.ownerUrl);
    await holds.connect();
    await holds.query('begin');
    const { rows: [holder] } = await holds.query<{ pid: number }>('select pg_backend_pid() as pid');
    await holds.query('select from recruiters.shortlist_entry where shortlist_id = $1 for update', [early]);
    try {
      const blocking = saveBlocks(nell.visitor, [], [acme.organisationId]);
      await until('the block waits', async () => (await world.database.query('select from pg_stat_activity where $1::int = any (pg_blocking_pids(pid))', [holder?.pid])).length === 1, 20_000);
      const looking = Promise.all([put(late, nell), acme.visitor.get(`/api/talent/${nell.talentId}`)]);
      await until('who looks waits for the block', async () => (await world.database.query(`select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`)).length === 2, 20_000);
      await holds.query('rollback');
      expect((await blocking).status).toBe(200);
      expect((await looking).map(({ status }) => status)).toEqual([404, 404]);
    } finally {
      await holds.end();
    }
    expect([await peopleOn(late), await peopleOn(early)]).toEqual([[], [null]]);
    expect(await world.database.query('select 1 from consent.disclosure where subject_id = $1', [nell.accountId])).toEqual([]);
  });

  it('gets an answer, and so do I, also while I change what I share: nobody waits in a circle', async () => {
    const oda = await listedCandidate(world);
    const id = await listOf('All at once');
    for (const blocked of [[acme.organisationId], [], [acme.organisationId], []]) {
      const answers = await Promise.all([
        put(id, oda), acme.visitor.get(`/api/talent/${oda.talentId}`), acme.visitor.post(`/api/shortlists/${id}/export`), saveBlocks(oda.visitor, [], blocked),
        share(world, oda.accountId, blocked.length > 0 ? [] : ['place']).then(() => ({ status: 200 })),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => ![200, 201, 404].includes(status))).toEqual([]);
    }
  });
});
