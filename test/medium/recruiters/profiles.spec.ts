import { randomUUID } from 'node:crypto';
import { Database } from '../../../src/platform/db/index.js';
import { Outbox } from '../../../src/platform/jobs/index.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { type TalentProfileView } from '../../../src/recruiters/profiles/profiles.dto.js';
import { mailViewedWeek } from '../../../src/recruiters/profiles/views.jobs.js';
import { hide, type ListedCandidate, listedCandidate, share } from '../../support/listed-candidate.js';
import { mailsTo } from '../../support/mails.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

interface Seen {
  recipientName: string;
  clientName: string | null;
  what: string;
  purpose: string;
  fields: string[];
}

let world: World;
let recruiter: Visitor;
let agency: { visitor: Visitor; accountId: string; organisationId: string };
let clientId: string;

beforeAll(async () => {
  world = await World.create();
  ({ visitor: recruiter } = await world.recruiter({ organisation: { name: 'Acme Ltd', domain: 'acme-ltd.example' } }));
  agency = await world.recruiter({ organisation: { name: 'Good Agency', domain: 'good-agency.example', kind: 'agency', clients: [{ name: 'Northwind', domain: 'northwind.example.com' }] } });
  await world.database.query('update recruiters.organisation set domain_verified_at = clock.now() where id = $1', [agency.organisationId]);
  [{ id: clientId }] = await world.database.query<{ id: string }>('select id from recruiters.client where organisation_id = $1', [agency.organisationId]) as [{ id: string }];
});
afterAll(() => world.destroy());

const open = async (talentId: string, by = recruiter, client?: string) => by.get(`/api/talent/${talentId}${client === undefined ? '' : `?client=${client}`}`);
const shown = async (talentId: string, by = recruiter, client?: string): Promise<TalentProfileView> => {
  const { status, body } = await open(talentId, by, client);
  expect(status).toBe(200);
  return body as TalentProfileView;
};
/** The log as the person reads it, the newest first. */
const logOf = (person: ListedCandidate): Promise<Seen[]> => world.database.query<Seen & Record<string, unknown>>(
  `select recipient_name as "recipientName", client_name as "clientName", what, purpose, fields from consent.disclosure where subject_id = $1 order by at desc, purpose`, [person.accountId]);

describe('the profile of somebody who is listed', () => {
  it('[MO02] shows name, e-mail and best results to recruiters where they are shared, field by field', async () => {
    const open1 = await listedCandidate(world, { name: 'Ana Marchetti', score: '8.35', competencies: { 'system-design': 9 } });
    expect(await shown(open1.talentId)).toMatchObject({
      name: 'Ana Marchetti', email: open1.email, place: 'Lisbon', languages: ['en', 'pt'], scores: { overall: '8.35', competencies: [{ id: 'system-design' }] },
      fields: ['availability', 'email', 'headline', 'languages', 'name', 'place', 'scores', 'skills'], client: null,
    });
    const reserved = await listedCandidate(world, { name: 'Bo Larsen', score: '9', shares: ['place'] });
    const profile = await shown(reserved.talentId);
    expect(profile).toMatchObject({ headline: 'Builds things that last', place: 'Lisbon', name: null, email: null, scores: null, languages: null, availability: null, fields: ['headline', 'place', 'skills'] });
    expect(JSON.stringify(profile)).not.toMatch(/Larsen|@example\.com/);
    expect(JSON.stringify(profile)).not.toContain(reserved.accountId);
  });

  it('[MO14] is written into a log that the person reads: which organisation, for which client, what it saw', async () => {
    const person = await listedCandidate(world, { shares: ['name'] });
    await shown(person.talentId, agency.visitor, clientId);
    const { status, body } = await person.visitor.get('/api/consents/disclosures');
    expect(status).toBe(200);
    expect(body).toMatchObject({ disclosures: [{ recipient: 'Good Agency', recipientDomain: 'good-agency.example', isDomainVerified: true, client: 'Northwind' }] });
    expect(await logOf(person)).toEqual([{ recipientName: 'Good Agency', clientName: 'Northwind', what: 'profile', purpose: 'discovery', fields: ['headline', 'name', 'skills'] }]);
  });

  it('counts looks at the same within an hour as one, and others as others', async () => {
    const person = await listedCandidate(world, { shares: [] });
    await Promise.all(Array.from({ length: 8 }, () => shown(person.talentId)));
    expect(await logOf(person)).toHaveLength(1);
    await shown(person.talentId, agency.visitor);
    await shown(person.talentId, agency.visitor, clientId);
    expect(await logOf(person)).toHaveLength(3);
    await share(world, person.accountId, ['headline', 'place', 'skills']);
    await world.settle();
    await shown(person.talentId);
    const log = await logOf(person);
    expect(log).toHaveLength(4);
    expect(log[0]?.fields).toEqual(['headline', 'place', 'skills']);
  });

  it('writes down a look for another organisation within the hour, and counts the looks of a client that was removed', async () => {
    const person = await listedCandidate(world, { shares: [] });
    const { visitor, accountId, organisationId } = await world.recruiter({ organisation: { kind: 'agency', clients: [{ name: 'Passing' }] } });
    const { organisationId: second } = await world.recruiter({ organisation: { name: 'Second Ltd' } });
    const [{ id: passing }] = await world.database.query<{ id: string }>('select id from recruiters.client where organisation_id = $1', [organisationId]) as [{ id: string }];
    await shown(person.talentId, visitor, passing);
    expect((await visitor.delete(`/api/organisation/clients/${passing}`)).status).toBe(200);
    await world.database.query('update recruiters.member set organisation_id = $2 where account_id = $1', [accountId, second]);
    await shown(person.talentId, visitor);
    await shown(person.talentId, visitor);
    expect((await logOf(person)).map(({ recipientName, clientName }) => [recipientName, clientName])).toEqual([['Second Ltd', null], [expect.any(String), 'Passing']]);
    const { rates } = world.app.get(Policy).values.limits;
    const before = rates.profilesPerDay;
    rates.profilesPerDay = 2;
    const third = await open((await listedCandidate(world)).talentId, visitor);
    rates.profilesPerDay = before;
    expect(third.status).toBe(429);
  });

  it('says for one organisation what was allowed to it alone, and writes it down under that consent', async () => {
    const person = await listedCandidate(world, { name: 'Chi Okafor', shares: [] });
    const asked = await agency.visitor.post('/api/contact-requests', {
      talentId: person.talentId, clientId, jobTitle: 'Engineer', pay: { min: 1, max: 2, currency: 'EUR', per: 'year' }, message: 'We would like to talk.',
    });
    expect(asked.status).toBe(201);
    const accepted = await person.visitor.post(`/api/contact-requests/mine/${(asked.body as { id: string }).id}/acceptance`, { eventId: randomUUID(), noticeVersion: 1 });
    expect(accepted.status).toBeLessThan(300);
    expect(await shown(person.talentId)).toMatchObject({ name: null, email: null });
    expect(await shown(person.talentId, agency.visitor)).toMatchObject({ name: 'Chi Okafor', email: person.email });
    const log = (await logOf(person)).filter(({ what, recipientName }) => what === 'profile' && recipientName === 'Good Agency');
    expect(log.map(({ purpose, fields }) => [purpose, fields])).toEqual([['discovery', ['headline', 'skills']], ['discovery_contact', ['email', 'name']]]);
  });

  it('answers hidden, withdrawn, blocked, absent and malformed ids, and foreign clients, with the same bytes, and writes nothing down', async () => {
    const withdrawn = await listedCandidate(world);
    await shown(withdrawn.talentId);
    await hide(world, withdrawn.accountId);
    const blocking = await listedCandidate(world);
    await world.database.query(`update recruiters.talent_listing set blocked = array['domain:northwind.example.com'] where candidate_id = $1`, [blocking.accountId]);
    const open1 = await listedCandidate(world);
    const answers = await Promise.all([
      open(withdrawn.talentId), open(blocking.talentId, agency.visitor), open(randomUUID()), open('x'), open(open1.talentId.toUpperCase()),
      open(open1.talentId, agency.visitor, randomUUID()), open(open1.talentId, recruiter, clientId), open(withdrawn.accountId),
    ]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect(await logOf(withdrawn)).toHaveLength(1);
    expect([...(await logOf(blocking)), ...(await logOf(open1))]).toEqual([]);
    expect(await world.database.query('select 1 from recruiters.profile_view v where not exists (select from recruiters.talent_listing l where l.talent_id = v.talent_id)')).toEqual([]);
    expect((await open(blocking.talentId)).status).toBe(200);
  });

  it('waits with a withdrawal until a profile on its way has been written down, and shows it to nobody afterwards', async () => {
    const person = await listedCandidate(world);
    const [, ...after] = await Promise.all([hide(world, person.accountId), ...Array.from({ length: 10 }, () => open(person.talentId))]);
    expect((await open(person.talentId)).status).toBe(404);
    const log = await logOf(person);
    expect(log.length).toBe(after.some(({ status }) => status === 200) ? 1 : 0);
  });

  it('is open to approved recruiters alone', async () => {
    const { talentId } = await listedCandidate(world);
    const [pending, billing] = await Promise.all([world.recruiter({ approved: false }), world.recruiter({ roles: ['billing'] })]);
    const answers = await Promise.all([world.visitor(), await world.candidate(), pending.visitor, billing.visitor].map((visitor) => visitor.get(`/api/talent/${talentId}`)));
    expect(answers.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual([
      [401, 'http.sign_in_first'], [403, 'http.not_for_your_role'], [403, 'recruiters.not_approved'], [403, 'recruiters.not_your_part'],
    ]);
  });

  it('may be opened of as many people a day as the policy says: the next is refused and not recorded, one seen before is not', async () => {
    const people = await Promise.all([listedCandidate(world), listedCandidate(world), listedCandidate(world)]);
    const { visitor } = await world.recruiter();
    const { rates } = world.app.get(Policy).values.limits;
    const before = rates.profilesPerDay;
    rates.profilesPerDay = 2;
    const statuses = [];
    for (const { talentId } of [...people, people[0]]) statuses.push((await open(talentId, visitor)).status);
    const refused = await open(people[2].talentId, visitor);
    rates.profilesPerDay = before;
    expect(statuses).toEqual([200, 200, 429, 200]);
    expect(refused.body).toMatchObject({ code: 'recruiters.profiles_used_up', detail: expect.stringContaining('nothing was recorded') });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(86_000);
    expect(await logOf(people[2])).toEqual([]);
  });
});

describe('the week in which somebody was looked at', () => {
  it('is told to them once, by organisation, after it is over; not to those who turned it off, and not when nobody looked', async () => {
    const [seen, refusing, unseen, gone] = await Promise.all([listedCandidate(world, { shares: ['place'] }), listedCandidate(world), listedCandidate(world), listedCandidate(world)]);
    await refusing.visitor.put('/api/mail-preferences', { id: 'profile_views', isWanted: false });
    for (const { talentId } of [seen, refusing, gone]) await shown(talentId, agency.visitor, clientId);
    await shown(seen.talentId);
    await hide(world, gone.accountId);
    expect(await mailsTo(world, seen.email)).toEqual([]);

    await world.database.moveClock('8 days');
    await world.settle();
    const [mail, ...more] = await mailsTo(world, seen.email);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('2 organisations looked at your profile');
    expect(mail?.text).toContain('Good Agency (good-agency.example, verified), for Northwind: headline, place, skills.');
    expect(mail?.text).toContain('Acme Ltd (acme-ltd.example, not verified): headline, place, skills.');
    expect(mail?.text).toContain('/visibility/seen');
    expect(await mailsTo(world, refusing.email)).toEqual([]);
    expect(await mailsTo(world, unseen.email)).toEqual([]);
    expect(await mailsTo(world, gone.email)).toHaveLength(1);

    const [{ week }] = await world.database.query<{ week: string }>('select week::text from recruiters.view_digest where candidate_id = $1', [seen.accountId]) as [{ week: string }];
    await world.app.get(Outbox).enqueue(world.app.get(Database).alone, mailViewedWeek, { candidateId: seen.accountId, week });
    await world.database.moveClock('1 day');
    await world.settle();
    expect(await mailsTo(world, seen.email)).toHaveLength(1);
    expect(await world.database.query('select 1 from recruiters.profile_view')).toEqual([]);
  });
});
