import { randomUUID } from 'node:crypto';
import { ConsentDesk } from '../../../src/consent/index.js';
import { Database } from '../../../src/platform/db/index.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { contactsHolder } from '../../../src/recruiters/contacts/contacts.personal-data.js';
import { type ListedCandidate, listedCandidate, hide, share, talentIdOf } from '../../support/listed-candidate.js';
import { mailsTo } from '../../support/mails.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

interface Received { id: string; state: string; endsAt: string; clientName: string | null; organisation: { id: string; name: string; kind: string }; followUps: { accepted: number; followedUp: number } }
interface Sent { id: string; state: string; refusal: string | null; sentByYou: boolean; person: { talentId: string } | null; identity: { name: string; email: string } | null; followedUpAt: string | null }

let world: World;
let agency: Awaited<ReturnType<World['recruiter']>>;
let rival: Awaited<ReturnType<World['recruiter']>>;
let clientId: string;
beforeAll(async () => {
  world = await World.create();
  agency = await world.recruiter({ organisation: { name: 'Meridian', kind: 'agency', clients: [{ name: 'Borealis' }] } });
  rival = await world.recruiter();
  clientId = (await world.database.query<{ id: string }>('select id from recruiters.client where organisation_id = $1', [agency.organisationId]))[0]!.id;
});
afterAll(() => world.destroy());

const pay = { min: 5_000_000, max: 6_000_000, currency: 'EUR', per: 'year' };
const wish = (talentId: string, more: object = {}) => ({ talentId, clientId: null, jobTitle: 'Search engineer', pay, message: 'Secret words of the recruiter', ...more });
const ask = (who: Visitor, talentId: string, more: object = {}) => who.post('/api/contact-requests', wish(talentId, more));
const mine = async ({ visitor }: ListedCandidate): Promise<Received[]> => ((await visitor.get('/api/contact-requests/mine')).body as { requests: Received[] }).requests;
const accept = ({ visitor }: ListedCandidate, id: string, eventId = randomUUID()) => visitor.post(`/api/contact-requests/mine/${id}/acceptance`, { eventId, noticeVersion: 1 });
const sent = async (id: string, who = agency.visitor): Promise<Sent> => (await who.get(`/api/contact-requests/${id}`)).body as Sent;
const notesOf = async (who: Visitor, kind: string) => ((await who.get('/api/notes')).body as { notes: { kind: string; body: string }[] }).notes.filter((note) => note.kind === kind);
const shy = () => listedCandidate(world, { shares: [], name: 'Zora Unmistakable' });
const asked = async (someone: ListedCandidate): Promise<string> => ((await ask(agency.visitor, someone.talentId)).body as Sent).id;

describe('a contact request', () => {
  it('tells the person who asks, for which client, which job and what it pays, inside the product and by a mail without the message', async () => {
    const zora = await shy();
    const answer = await ask(agency.visitor, zora.talentId, { clientId });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ state: 'open', clientName: 'Borealis', sentByYou: true, identity: null, person: { talentId: zora.talentId } });
    expect(answer.text).not.toMatch(/Zora|talent-.*@/);
    expect(await mine(zora)).toMatchObject([{ state: 'open', clientName: 'Borealis', organisation: { id: agency.organisationId, name: 'Meridian', domain: expect.any(String), isDomainVerified: false, kind: 'agency' }, jobTitle: 'Search engineer', pay, message: 'Secret words of the recruiter' }]);
    expect(await notesOf(zora.visitor, 'recruiters.contact_asked')).toMatchObject([{ body: expect.stringMatching(/^Meridian \(acme\d+\.example, not verified\), for its client Borealis, asks/) }]);
    const [mail] = await mailsTo(world, zora.email);
    expect(mail!.subject).toBe('An organisation would like to talk to you');
    expect(mail!.text).toContain('€50,000 to €60,000 a year');
    expect(mail!.text).not.toContain('Secret words');
  });

  it('is refused for whoever cannot be found, for a client of somebody else, and with a pay range that is none', async () => {
    const zora = await shy();
    for (const talentId of [randomUUID(), 'x', zora.accountId]) expect((await ask(agency.visitor, talentId)).status).toBe(404);
    const tries = [{ clientId: randomUUID() }, { pay: { ...pay, max: 1 } }, { pay: { ...pay, currency: 'XXX' } }, { pay: { ...pay, min: 0, max: 0 } }, { message: ' ' }, { jobTitle: 'x\0' }];
    expect((await Promise.all(tries.map((more) => ask(agency.visitor, zora.talentId, more)))).map(({ status }) => status)).toEqual(tries.map(() => 422));
    expect(await mine(zora)).toEqual([]);
  });

  it('never reaches somebody who objected to being asked, for whom the answer is the one for a person who is not there', async () => {
    const zora = await shy();
    await zora.visitor.put('/api/objections/discovery_contact', {});
    const [refused, absent] = [await ask(agency.visitor, zora.talentId), await ask(agency.visitor, randomUUID())];
    expect([refused.status, refused.text]).toEqual([404, absent.text]);
    expect(await mine(zora)).toEqual([]);
    expect(await notesOf(zora.visitor, 'recruiters.contact_asked')).toEqual([]);
    await zora.visitor.delete('/api/objections/discovery_contact');
    expect((await ask(agency.visitor, zora.talentId)).status).toBe(201);
  });

  it('is one at a time for a person and an organisation, also when several are sent at once; and a no is left in peace for 90 days', async () => {
    const zora = await shy();
    const statuses = (await Promise.all([1, 2, 3].map(() => ask(agency.visitor, zora.talentId)))).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409, 409]);
    expect((await ask(rival.visitor, zora.talentId)).status).toBe(201);
    const [, first] = await mine(zora);
    expect((await zora.visitor.post(`/api/contact-requests/mine/${first!.id}/refusal`, { reason: 'pay' })).body).toMatchObject({ state: 'declined', refusal: 'pay' });
    expect((await zora.visitor.post(`/api/contact-requests/mine/${first!.id}/refusal`, {})).body).toMatchObject({ code: 'recruiters.request_over' });
    expect(await sent(first!.id)).toMatchObject({ state: 'declined', refusal: 'pay', identity: null });
    expect(await notesOf(agency.visitor, 'recruiters.contact_declined')).toMatchObject([{ body: expect.stringContaining('because of the pay') }]);
    expect((await ask(agency.visitor, zora.talentId)).body).toMatchObject({ code: 'recruiters.asked_lately' });
  });

  it('can be sent as often in a day as the policy allows, and its answer is told to colleagues once the sender has left', async () => {
    const { visitor, accountId, organisationId } = await world.recruiter();
    const { visitor: colleague } = await world.recruiter({ organisationId, roles: ['recruiter'] });
    const [zora, other] = [await shy(), await shy()];
    const { rates } = world.app.get(Policy).values.limits;
    const before = rates.contactRequestsPerDay;
    rates.contactRequestsPerDay = 1;
    const [first, second] = [await ask(visitor, zora.talentId), await ask(visitor, other.talentId)];
    rates.contactRequestsPerDay = before;
    expect([first.status, second.status]).toEqual([201, 429]);
    expect(((await colleague.get(`/api/contact-requests?talentId=${zora.talentId}`)).body as { requests: Sent[] }).requests).toMatchObject([{ state: 'open', sentByYou: false }]);
    await world.database.query('delete from recruiters.member where account_id = $1', [accountId]);
    await zora.visitor.post(`/api/contact-requests/mine/${(first.body as Sent).id}/refusal`, {});
    expect(await notesOf(visitor, 'recruiters.contact_declined')).toHaveLength(0);
    expect(await notesOf(colleague, 'recruiters.contact_declined')).toHaveLength(1);
  });

  it('can be taken back until it is answered, and is nobody else’s', async () => {
    const zora = await shy();
    const id = await asked(zora);
    const foreign = await Promise.all([id, randomUUID(), 'x'].flatMap((one) => [
      rival.visitor.get(`/api/contact-requests/${one}`), rival.visitor.delete(`/api/contact-requests/${one}`), rival.visitor.post(`/api/contact-requests/${one}/follow-up`),
    ]));
    const other = await shy();
    foreign.push(await accept(other, id), await other.visitor.post(`/api/contact-requests/mine/${id}/refusal`, {}));
    expect(new Set(foreign.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(foreign[0]!.status).toBe(404);
    expect((await agency.visitor.delete(`/api/contact-requests/${id}`)).status).toBe(204);
    expect((await agency.visitor.delete(`/api/contact-requests/${id}`)).body).toMatchObject({ code: 'recruiters.request_over' });
    expect(await mine(zora)).toEqual([]);
    expect((await accept(zora, id)).status).toBe(404);
  });
});

describe('a yes', () => {
  it('[MO14] shows name and address to that organisation alone, as a consent with a line in the log; taking it back ends that at once', async () => {
    const zora = await shy();
    const id = await asked(zora);
    await ask(rival.visitor, zora.talentId);
    const eventId = randomUUID();
    expect((await accept(zora, id, eventId)).body).toMatchObject({ state: 'accepted' });
    expect((await accept(zora, id, eventId)).body).toMatchObject({ state: 'accepted' });
    expect(await sent(id)).toMatchObject({ state: 'accepted', identity: { name: 'Zora Unmistakable', email: zora.email } });
    expect(await notesOf(agency.visitor, 'recruiters.contact_accepted')).toHaveLength(1);
    expect((await agency.visitor.get(`/api/talent/${zora.talentId}`)).text).toContain(zora.email);
    for (const path of [`/api/talent/${zora.talentId}`, '/api/talent', '/api/contact-requests']) expect((await rival.visitor.get(path)).text).not.toMatch(/Zora|talent-[0-9a-f]+@/);
    const { disclosures } = (await zora.visitor.get('/api/consents/disclosures')).body as { disclosures: { what: string; purpose: string; recipient: string; fields: string[] }[] };
    expect(disclosures.filter(({ what }) => what === 'contact')).toMatchObject([{ purpose: 'discovery_contact', recipient: 'Meridian', fields: ['email', 'name'] }]);
    expect((await ask(agency.visitor, zora.talentId)).body).toMatchObject({ code: 'recruiters.contact_given' });

    expect((await zora.visitor.delete(`/api/consents/discovery_contact?scope=${agency.organisationId}&eventId=${randomUUID()}&where=/requests`)).status).toBe(204);
    expect(await sent(id)).toMatchObject({ state: 'withdrawn', identity: null, person: { talentId: zora.talentId } });
    expect((await agency.visitor.get(`/api/talent/${zora.talentId}`)).text).not.toMatch(/Zora|talent-[0-9a-f]+@/);
    await world.settle();
    expect(await notesOf(agency.visitor, 'recruiters.contact_gone')).toHaveLength(1);
    expect(await notesOf(rival.visitor, 'recruiters.contact_gone')).toHaveLength(0);
    expect((await accept(zora, id)).body).toMatchObject({ state: 'accepted' });
    expect(await sent(id)).toMatchObject({ identity: { email: zora.email } });
  });

  it('cannot be given to an organisation that did not ask', async () => {
    const zora = await shy();
    const consents = world.app.get(ConsentDesk);
    const given = world.app.get(Database).transaction((tx) => consents.give(tx, {
      subjectId: zora.accountId, purpose: 'discovery_contact', scope: rival.organisationId, fields: ['email', 'name'], noticeVersion: 1, wording: 'x', locale: 'en', how: 'api', where: 'api', eventId: randomUUID(),
    }));
    await expect(given).rejects.toMatchObject({ code: 'recruiters.nothing_asked' });
    expect(await world.database.query('select 1 from consent.live_grant where subject_id = $1 and purpose = $2', [zora.accountId, 'discovery_contact'])).toEqual([]);
  });

  it('[MO03] falls with being found: who hides and comes back is somebody new, to that organisation, too', async () => {
    const zora = await shy();
    const id = await asked(zora);
    await accept(zora, id);
    await hide(world, zora.accountId);
    expect(await sent(id)).toMatchObject({ state: 'withdrawn', identity: null, person: null });
    expect(await mine(zora)).toMatchObject([{ state: 'withdrawn' }]);
    expect(await world.database.query('select 1 from consent.live_grant where subject_id = $1 and purpose = $2', [zora.accountId, 'discovery_contact'])).toEqual([]);
    await share(world, zora.accountId, []);
    const talentId = await talentIdOf(world, zora.accountId);
    expect((await agency.visitor.get(`/api/talent/${talentId}`)).text).not.toMatch(/Zora|talent-[0-9a-f]+@/);
  });

  it('that is said after coming back stays, however late the work of the time before is done', async () => {
    const zora = await shy();
    await accept(zora, await asked(zora));
    await hide(world, zora.accountId);
    await share(world, zora.accountId, []);
    const id = ((await ask(agency.visitor, await talentIdOf(world, zora.accountId))).body as Sent).id;
    expect((await accept(zora, id)).body).toMatchObject({ state: 'accepted' });
    await world.settle();
    expect(await sent(id)).toMatchObject({ state: 'accepted', identity: { email: zora.email } });
  });

  it('answers the request it names and no other of the same organisation', async () => {
    const zora = await shy();
    const first = await asked(zora);
    await accept(zora, first);
    await zora.visitor.delete(`/api/consents/discovery_contact?scope=${agency.organisationId}&eventId=${randomUUID()}&where=/requests`);
    await world.database.query(`update recruiters.contact_request set answered_at = answered_at - interval '91 days' where id = $1`, [first]);
    const second = await asked(zora);
    expect((await zora.visitor.get('/api/contact-requests/mine')).body).toMatchObject({ requests: [{ id: second, canBeAccepted: true }, { id: first, canBeAccepted: false }] });
    expect((await accept(zora, first)).body).toMatchObject({ code: 'recruiters.nothing_asked' });
    expect(await sent(second)).toMatchObject({ state: 'open', identity: null });
    expect((await accept(zora, second)).body).toMatchObject({ id: second, state: 'accepted' });
  });

  it('or no leaves no trace by which somebody who hides and comes back is known again', async () => {
    const zora = await shy();
    await zora.visitor.post(`/api/contact-requests/mine/${await asked(zora)}/refusal`, {});
    await hide(world, zora.accountId);
    await share(world, zora.accountId, []);
    expect((await ask(agency.visitor, await talentIdOf(world, zora.accountId))).status).toBe(201);
  });
});

describe('a request that nobody answers', () => {
  it('ends in the commit in which the person hides, or blocks the organisation', async () => {
    const [hiding, blocking] = [await shy(), await shy()];
    const [first, second] = [await asked(hiding), await asked(blocking)];
    await hide(world, hiding.accountId);
    await blocking.visitor.put('/api/visibility/blocks', { domains: [], organisationIds: [agency.organisationId] });
    for (const [who, id] of [[hiding, first], [blocking, second]] as const) {
      expect(await sent(id)).toMatchObject({ state: 'ended', person: null });
      expect(await mine(who)).toMatchObject([{ state: 'ended' }]);
      expect((await accept(who, id)).body).toMatchObject({ code: 'recruiters.nothing_asked' });
    }
  });

  it('is reminded of once, and is over after 7 days, to the second', async () => {
    const zora = await shy();
    const id = await asked(zora);
    const [row] = await world.database.query<{ sent: Date; ends: Date }>('select sent_at as sent, ends_at as ends from recruiters.contact_request where id = $1', [id]);
    expect(row!.ends.getTime() - row!.sent.getTime()).toBe(7 * 86_400_000);
    const reminders = async () => (await mailsTo(world, zora.email)).filter(({ subject }) => /still waits/.test(subject)).length;
    expect(await reminders()).toBe(0);
    await world.database.query(`update recruiters.contact_request set sent_at = sent_at - interval '5 days', remind_at = remind_at - interval '5 days', ends_at = ends_at - interval '5 days' where id = $1`, [id]);
    await tend();
    await tend();
    expect(await reminders()).toBe(1);
    expect((await mine(zora))[0]).toMatchObject({ state: 'open' });
    await world.database.query('update recruiters.contact_request set ends_at = clock.now() where id = $1', [id]);
    expect((await mine(zora))[0]).toMatchObject({ state: 'expired' });
    expect(await sent(id)).toMatchObject({ state: 'expired', identity: null });
    expect((await accept(zora, id)).body).toMatchObject({ code: 'recruiters.nothing_asked' });
    await tend();
    await tend();
    expect(await notesOf(agency.visitor, 'recruiters.contact_expired')).toHaveLength(1);
    expect((await ask(agency.visitor, zora.talentId)).body).toMatchObject({ code: 'recruiters.asked_lately' });
  });

  it('is over while its organisation is suspended, and reminded of by nobody', async () => {
    const { visitor, organisationId } = await world.recruiter();
    const zora = await shy();
    const { id } = (await ask(visitor, zora.talentId)).body as Sent;
    await world.database.query(`update recruiters.contact_request set remind_at = clock.now() where id = $1`, [id]);
    await world.database.query(`update recruiters.organisation set state = 'suspended', reason = 'Complaints.' where id = $1`, [organisationId]);
    await tend();
    expect((await mailsTo(world, zora.email)).filter(({ subject }) => /still waits/.test(subject))).toEqual([]);
    expect(await mine(zora)).toMatchObject([{ state: 'ended' }]);
    expect((await accept(zora, id)).body).toMatchObject({ code: 'recruiters.nothing_asked' });
    expect((await zora.visitor.post(`/api/contact-requests/mine/${id}/refusal`, {})).body).toMatchObject({ code: 'recruiters.request_over' });
  });

  it('is deleted when its period is over', async () => {
    const id = await asked(await shy());
    await world.database.query(`update recruiters.contact_request set state = 'expired', expires_at = clock.now() where id = $1`, [id]);
    expect((await agency.visitor.get(`/api/contact-requests/${id}`)).status).toBe(404);
    await tend();
    expect(await world.database.query('select 1 from recruiters.contact_request where id = $1', [id])).toEqual([]);
  });
});

describe('what is known of a request', () => {
  it('is how often an organisation writes to those who said yes, shown to whoever it asks and to itself', async () => {
    const asker = await world.recruiter();
    const people = [await shy(), await shy(), await shy()];
    const ids: string[] = [];
    for (const person of people) {
      const { id } = (await ask(asker.visitor, person.talentId)).body as Sent;
      await accept(person, id);
      ids.push(id);
    }
    expect((await asker.visitor.post(`/api/contact-requests/${ids[0]}/follow-up`)).body).toMatchObject({ followedUpAt: expect.any(String) });
    const counted = async () => ((await asker.visitor.get('/api/contact-requests')).body as { followUps: object }).followUps;
    expect(await counted()).toEqual({ accepted: 1, followedUp: 1, withinDays: 7, ofDays: 180 });
    await world.database.query(`update recruiters.contact_request set answered_at = answered_at - interval '8 days' where id = any($1)`, [ids.slice(1)]);
    await asker.visitor.post(`/api/contact-requests/${ids[1]}/follow-up`);
    expect(await counted()).toMatchObject({ accepted: 3, followedUp: 1 });
    expect((await mine(people[2]!))[0]!.followUps).toMatchObject({ accepted: 3, followedUp: 1 });
  });

  it('is in the person’s export, and goes with them', async () => {
    const zora = await shy();
    const id = await asked(zora);
    const { alone } = world.app.get(Database);
    expect(await contactsHolder.export(alone, zora.accountId)).toMatchObject({ contactRequestsReceived: [{ organisation: 'Meridian', job: 'Search engineer', state: 'open' }] });
    await contactsHolder.erase(alone, zora.accountId);
    expect(await contactsHolder.remaining(alone, zora.accountId)).toEqual([]);
    expect(await world.database.query('select 1 from recruiters.contact_request where id = $1', [id])).toEqual([]);
  });
});

/** What the timetable does every minute. */
async function tend(): Promise<void> {
  const { ContactSweep } = await import('../../../src/recruiters/contacts/contact-sweep.js');
  const sweep = world.app.get(ContactSweep, { strict: false });
  await sweep.remind();
  await sweep.expire();
  await sweep.forget();
  await world.settle();
}
