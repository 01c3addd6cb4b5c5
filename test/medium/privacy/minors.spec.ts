import { randomUUID } from 'node:crypto';
import { issued, type IssuedCertificate } from '../../support/certificates.js';
import { handedIn, publishedTemplate } from '../../support/invited.js';
import { listedCandidate, type ListedCandidate, share } from '../../support/listed-candidate.js';
import { mailsTo, mailTo } from '../../support/mails.js';
import { setUpSecondFactor } from '../../support/second-factor.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';

interface Report { id: string; accountId: string | null; about: string | null; why: string | null; hiddenUntil: string | null; outcome: string | null }

const ABSENT = '00000000-0000-7000-8000-000000000000';
const WHY = 'She is in the ninth grade.';

let world: World;
let operator: Visitor;
let recruiter: Visitor;
beforeAll(async () => {
  world = await World.create();
  operator = await world.candidate('operator@example.com');
  await world.database.query(`update accounts.account set roles = array['operator'] where id = (select id from auth."user" where email = 'operator@example.com')`);
  await setUpSecondFactor(operator);
  recruiter = (await world.recruiter()).visitor;
});
afterAll(() => world.destroy());

/** Each in a window of its own, as reports from many networks are. */
const report = async (about: string): Promise<Answer> => {
  await world.database.query('delete from http.rate_limit');
  return world.visitor().post('/api/minor-reports', { about, why: WHY });
};
const reports = async (state = 'open'): Promise<Report[]> => ((await operator.get(`/api/operations/minor-reports?state=${state}`)).body as { reports: Report[] }).reports;
const decide = (id: string, what: string, body: object): Promise<Answer> => operator.post(`/api/operations/minor-reports/${id}/${what}`, body);
const shown = async ({ talentId }: ListedCandidate, certificate?: IssuedCertificate): Promise<boolean[]> => [
  (await recruiter.get(`/api/talent/${talentId}`)).status === 200,
  (await recruiter.get('/api/talent')).text.includes(talentId),
  ...(certificate ? [(await world.visitor().get(`/c/${certificate.slug}`)).status === 200] : []),
];
const aliasOf = async ({ accountId }: ListedCandidate): Promise<string> => (await world.database.query<{ alias: string }>('select alias from recruiters.talent_listing where candidate_id = $1', [accountId]))[0]!.alias;

describe('a report that somebody is too young', () => {
  it('[MI17] hides whom it names at once, everywhere, and once it is found true all that is held of them is deleted; below the age of the policy nobody gets in', async () => {
    expect((await world.visitor().post('/api/accounts', { name: 'Kid Example', email: 'kid@example.com', password: PASSWORD, age: 15 })).body).toMatchObject({ code: 'accounts.too_young' });
    expect(await world.database.query(`select from auth."user" where email = 'kid@example.com'`)).toEqual([]);

    const minor = await listedCandidate(world, { score: '8.1' });
    const certificate = await issued(world, minor.accountId);
    expect(await shown(minor, certificate)).toEqual([true, true, true]);
    expect((await world.visitor().get(`/c/${certificate.slug}`)).text).toContain('Ada Example');
    expect((await report(`${world.url}/c/${certificate.slug}`)).status).toBe(202);
    expect(await shown(minor, certificate)).toEqual([false, false, false]);
    const [open] = await reports();
    expect(open).toMatchObject({ accountId: minor.accountId, why: WHY, hiddenUntil: expect.any(String) });
    const [told] = await mailsTo(world, minor.email);
    expect(told?.subject).toBe('You are hidden for now');
    expect(told?.text).not.toContain(WHY);
    // What is shared anew meanwhile is hidden as well.
    await share(world, minor.accountId, ['scores', 'name']);
    await world.settle();
    expect(await shown(minor)).toEqual([false, false]);

    expect((await decide(open!.id, 'erasure', { reason: 'Her school confirmed it.' })).body).toMatchObject({ outcome: 'erased', about: null, why: null });
    await world.settle();
    expect(await world.database.query('select from accounts.account where id = $1', [minor.accountId])).toEqual([]);
    expect((await world.visitor().get(`/c/${certificate.slug}`)).text).not.toContain('Ada Example');
    const [kept] = await world.database.query('select account_id, about, why, contact, reason, outcome from privacy.minor_report where id = $1', [open!.id]);
    expect(kept).toEqual({ account_id: null, about: null, why: null, contact: null, reason: null, outcome: 'erased' });
  });

  it('that is found untrue shows them again as they allowed it, tells them, and the next one hides nobody before a person presses', async () => {
    const grownUp = await listedCandidate(world, { score: '8.1' });
    const certificate = await issued(world, grownUp.accountId);
    await report(await aliasOf(grownUp));
    expect(await shown(grownUp, certificate)).toEqual([false, false, false]);
    const [open] = await reports();
    expect((await decide(open!.id, 'restoration', { reason: 'Born in 1990.' })).body).toMatchObject({ outcome: 'restored', why: null });
    expect(await shown(grownUp, certificate)).toEqual([true, true, true]);
    expect((await mailsTo(world, grownUp.email)).map(({ subject }) => subject)).toEqual(['You are shown again', 'You are hidden for now']);
    await report(grownUp.email);
    expect(await shown(grownUp, certificate)).toEqual([true, true, true]);
    const [again] = await reports();
    expect(again).toMatchObject({ accountId: grownUp.accountId, hiddenUntil: null });
    expect((await decide(again!.id, 'hiding', {})).body).toMatchObject({ hiddenUntil: expect.any(String) });
    expect(await shown(grownUp, certificate)).toEqual([false, false, false]);
    await decide(again!.id, 'restoration', { reason: 'Nothing new.' });
  });

  it('hides their name and address from an organisation as well that asked them to talk and got a yes, until it is found untrue', async () => {
    const grownUp = await listedCandidate(world);
    const pay = { min: 5_000_000, max: 6_000_000, currency: 'EUR', per: 'year' };
    const { id } = (await recruiter.post('/api/contact-requests', { talentId: grownUp.talentId, clientId: null, jobTitle: 'Search engineer', pay, message: 'Would you talk to us?' })).body as { id: string };
    await grownUp.visitor.post(`/api/contact-requests/mine/${id}/acceptance`, { eventId: randomUUID(), noticeVersion: 1 });
    const request = async (): Promise<unknown> => (await recruiter.get(`/api/contact-requests/${id}`)).body;
    expect(await request()).toMatchObject({ state: 'accepted', identity: { email: grownUp.email } });
    await report(await aliasOf(grownUp));
    expect(await request()).toMatchObject({ state: 'withdrawn', person: null, identity: null });
    await decide((await reports())[0]!.id, 'restoration', { reason: 'Born in 1990.' });
    expect(await request()).toMatchObject({ state: 'accepted', identity: { email: grownUp.email } });
  });

  it('hides what they let an organisation and its client read of an invited interview as well, as if they had taken it back, until it is found untrue', async () => {
    const agency = await world.recruiter({ organisation: { name: 'Find & Co', kind: 'agency', clients: [{ name: 'Client Ltd' }] } });
    const template = await publishedTemplate(world, agency.organisationId, { clientName: 'Client Ltd' });
    const [hidden, other] = [await handedIn(world, template, { name: 'Hana Hidden', clientSharing: true }), await handedIn(world, template, { name: 'Olaf Other', clientSharing: true })];
    const [links, invitations] = [`/api/templates/${template.templateId}/client-links`, `/api/templates/${template.templateId}/invitations`];
    const wish = { invitationIds: [hidden.invitationId], recipientName: 'Cleo', recipientEmail: 'cleo@client.example', days: 14 };
    await agency.visitor.post(links, { ...wish, invitationIds: [hidden.invitationId, other.invitationId] });
    const { token } = await mailTo(world, 'cleo@client.example', /shares interview results/);
    await agency.visitor.get(`/api/invitations/${hidden.invitationId}/report`);
    await agency.visitor.post(`/api/invitations/${hidden.invitationId}/decisions`, { outcome: 'reject', reason: 'We look for somebody who knows our field.' });
    await hidden.visitor.post(`/api/invitations/mine/${hidden.invitationId}/appeal`, { said: 'I know it well.' });
    const paths = [`/api/invitations/${hidden.invitationId}/report`, `/api/invitations/${hidden.invitationId}/decisions`];
    const read = async () => ({
      statuses: await Promise.all(paths.map(async (path) => (await agency.visitor.get(path)).status)),
      tracked: (await agency.visitor.get(`/api/invitations/${hidden.invitationId}`)).body,
      listed: [(await agency.visitor.get(`${invitations}?state=complete`)).text.includes(hidden.invitationId), (await agency.visitor.get(`/api/templates/${template.templateId}/comparison`)).text.includes(hidden.invitationId)],
      appealed: (await agency.visitor.get('/api/appeals')).text.includes(hidden.invitationId),
      shareable: (await agency.visitor.get(links)).text.includes(hidden.invitationId),
      counted: [
        ((await agency.visitor.get('/api/templates')).body as { templates: { invitations: object }[] }).templates.map((line) => line.invitations), ((await agency.visitor.get(invitations)).body as { counts: object }).counts,
        (({ all, templates }) => ({ all, templates }))((await agency.visitor.get('/api/hiring')).body as { all: object; templates: object[] }),
      ],
      client: ((await world.visitor().post('/api/client-links/reading', { token })).body as { people: { name: string }[] }).people.map(({ name }) => name).sort(),
    });
    const before = await read();
    expect(before).toMatchObject({ statuses: [200, 200], tracked: { state: 'complete', readableUntil: expect.any(String) }, listed: [true, true], appealed: true, shareable: true, client: ['Hana Hidden', 'Olaf Other'] });
    expect(before.counted).toMatchObject([[{ complete: 2 }], { complete: 2 }, { all: { handedIn: 2, withdrawn: 0 }, templates: [{ withdrawn: 0 }] }]);
    await report(hidden.email);
    const meanwhile = await read();
    expect(meanwhile).toMatchObject({ statuses: [404, 404], tracked: { state: 'withdrawn', endedAt: expect.any(String), readableUntil: null, scoredAt: null, answeredCount: 0 }, listed: [false, false], appealed: false, shareable: false, client: ['Olaf Other'] });
    // No number tells of somebody who is in no list.
    expect(meanwhile.counted).toMatchObject([[{ complete: 1, withdrawn: 1 }], { complete: 1, withdrawn: 1 }, { all: { handedIn: 2, withdrawn: 1 }, templates: [{ withdrawn: 1 }] }]);
    expect((await agency.visitor.get(paths[0]!)).text).toBe((await agency.visitor.get(`/api/invitations/${ABSENT}/report`)).text);
    expect((await agency.visitor.post(links, wish)).body).toMatchObject({ code: 'recruiters.not_passed_on' });
    await decide((await reports())[0]!.id, 'restoration', { reason: 'Born in 1990.' });
    expect(await read()).toEqual(before);
  });

  it('says the same whoever is meant, and hides nobody when it names nobody or more than one', async () => {
    const [one, other] = [await listedCandidate(world), await listedCandidate(world)];
    await world.database.query(`update recruiters.talent_listing set alias = 'Teal Heron 407' where candidate_id = any ($1::uuid[])`, [[one.accountId, other.accountId]]);
    const answers = [await report('teal heron 407'), await report('nobody@example.com'), await report('A girl from Lisbon')];
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect([await shown(one), await shown(other)]).toEqual([[true, true], [true, true]]);
    const [last] = await reports();
    expect(last).toMatchObject({ about: 'A girl from Lisbon', accountId: null, hiddenUntil: null });
    expect((await decide(last!.id, 'erasure', { reason: 'Seen.' })).body).toMatchObject({ code: 'privacy.report_names_nobody' });
    expect((await decide(last!.id, 'hiding', {})).body).toMatchObject({ code: 'privacy.report_names_nobody' });
    expect((await decide(last!.id, 'hiding', { accountId: ABSENT })).body).toMatchObject({ code: 'privacy.no_such_account' });
    expect((await decide(last!.id, 'hiding', { accountId: one.accountId })).body).toMatchObject({ accountId: one.accountId });
    expect([await shown(one), await shown(other)]).toEqual([[false, false], [true, true]]);
    expect((await decide(last!.id, 'hiding', { accountId: other.accountId })).body).toMatchObject({ accountId: one.accountId });
  });

  it('is refused after a few from one network, is closed to everybody but operators, and absent, malformed and decided ones are alike', async () => {
    const visitor = world.visitor();
    await world.database.query('delete from http.rate_limit');
    const statuses = [];
    for (let tries = 0; tries < 6; tries += 1) statuses.push((await visitor.post('/api/minor-reports', { about: 'Somebody', why: WHY })).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
    expect((await recruiter.get('/api/operations/minor-reports')).status).toBe(403);
    const [{ id } = { id: '' }] = await reports();
    await decide(id, 'restoration', { reason: 'No.' });
    const answers = await Promise.all([id, ABSENT, 'no-id'].map((one) => decide(one, 'restoration', { reason: 'No.' })));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(404);
  });

  it('hides for three days at most, whoever decides or not', async () => {
    const person = await listedCandidate(world, { score: '8.1' });
    const certificate = await issued(world, person.accountId);
    await report(person.email);
    expect(await shown(person, certificate)).toEqual([false, false, false]);
    await world.database.moveClock('72 hours');
    await world.database.query(`update accounts.session set ends_at = clock.now() + interval '1 day', last_used_at = clock.now(), began_at = clock.now()`);
    expect(await shown(person, certificate)).toEqual([true, true, true]);
  });
});
