import { backedUp } from '../../support/backed-up.js';
import { handedIn, type Invited, type PublishedTemplate, publishedTemplate } from '../../support/invited.js';
import { mailTo, mailsTo } from '../../support/mails.js';
import { signedIn } from '../../support/people.js';
import { World } from '../../support/world.js';

interface OwnCopy { invitationId: string; organisationName: string; jobTitle: string; how: string[]; clients: string[]; isOver: boolean }
interface OwnDeletion { id: string; invitationId: string; jobTitle: string; holders: { client: string | null; how: string[]; acknowledgedAt: string | null }[] }
type Colleague = Awaited<ReturnType<World['recruiter']>>;

let world: World;
let agency: Colleague;
let bea: Colleague;
let template: PublishedTemplate;
beforeAll(async () => {
  world = await World.create();
  agency = await world.recruiter({ name: 'Grace Recruiter', organisation: { name: 'Find & Co', kind: 'agency', clients: [{ name: 'Client Ltd' }] } });
  bea = await world.recruiter({ name: 'Bea Copier', organisationId: agency.organisationId });
  template = await publishedTemplate(world, agency.organisationId, { clientName: 'Client Ltd' });
});
afterAll(() => world.destroy());

/** Bea made a file of it twice, and somebody at the client looked at it by a link. */
async function passedOn(name: string, recipientEmail: string, { accountId }: { accountId?: string } = {}): Promise<Invited> {
  const person = await handedIn(world, template, { name, clientSharing: true, ...(accountId === undefined ? {} : { accountId }) });
  for (const { visitor, accountId: id } of [agency, bea]) visitor.keep(`viva.session_token=${await signedIn(world, id)}; Path=/`);
  for (let round = 0; round < 2; round += 1) expect((await bea.visitor.post(`/api/templates/${template.templateId}/copies/csv`, { invitationIds: [person.invitationId] })).status).toBe(200);
  const link = await agency.visitor.post(`/api/templates/${template.templateId}/client-links`, { invitationIds: [person.invitationId], recipientName: 'Cleo Client', recipientEmail, days: 14 });
  expect(link.status).toBe(201);
  const { token } = await mailTo(world, recipientEmail, /shares interview results/);
  for (let round = 0; round < 2; round += 1) expect((await world.visitor().post('/api/client-links/reading', { token })).status).toBe(200);
  return person;
}

/** Later than everything of the invitation, and of the link, is kept. */
async function whenItIsOver(person: Invited): Promise<void> {
  await world.database.moveClock('100 days');
  await world.settle();
  person.visitor.keep(`viva.session_token=${await signedIn(world, person.accountId)}; Path=/`);
}

const copies = async ({ visitor }: Invited) => ((await visitor.get('/api/copies/mine')).body as { copies: OwnCopy[] }).copies;
const deletions = async ({ visitor }: Invited) => ((await visitor.get('/api/deletions/mine')).body as { deletions: OwnDeletion[] }).deletions;
const ask = (person: Invited, of = person) => person.visitor.post(`/api/invitations/mine/${of.invitationId}/deletion`);
const known = (person: Invited) => world.database.query('select maker_id, how, client_name from recruiters.copy where invitation_id = $1 order by how', [person.invitationId]);

/** Each moves the clock by what the one before left over. */
describe('who has a copy of an interview', () => {
  it('stays known when the invitation and the link are long gone, and is asked to delete it, answers, and is asked once', async () => {
    const [person, other] = [await passedOn('Nora Gone', 'cleo@client.example'), await passedOn('Olaf Other', 'olga@client.example')];
    expect(await copies(person)).toEqual([expect.objectContaining({ invitationId: person.invitationId, organisationName: 'Find & Co', jobTitle: 'Data analyst', how: ['csv', 'link'], clients: ['Client Ltd'], isOver: false })]);
    await whenItIsOver(person);
    expect(await world.database.query('select from recruiters.invitation where id = $1 union all select from recruiters.client_link', [person.invitationId])).toEqual([]);
    const listed = await person.visitor.get('/api/copies/mine');
    expect(listed.body).toMatchObject({ copies: [{ invitationId: person.invitationId, how: ['csv', 'link'], isOver: true }] });
    expect(listed.text).not.toMatch(/Bea|Cleo|client\.example/);
    expect(await known(person)).toEqual([{ maker_id: bea.accountId, how: 'csv', client_name: null }, { maker_id: agency.accountId, how: 'link', client_name: 'Client Ltd' }]);

    const foreign = await ask(person, other);
    expect([foreign.status, foreign.text]).toEqual([404, (await ask(person, { ...other, invitationId: other.interviewId })).text]);
    const [asked, again] = await Promise.all([ask(person), ask(person)]);
    expect([asked.status, again.body]).toEqual([200, asked.body]);
    expect(asked.body).toMatchObject({ invitationId: person.invitationId, jobTitle: 'Data analyst', holders: [{ client: null, how: ['csv'] }, { client: 'Client Ltd', how: ['link'] }] });
    expect([await copies(person), await known(person), (await deletions(person)).map(({ invitationId }) => invitationId)]).toEqual([[], [], [person.invitationId]]);
    expect(await known(other)).toHaveLength(2);

    const toBea = await mailTo(world, bea.email, /delete your copy/);
    expect(toBea.text).toMatch(/Nora Gone asked Find & Co.*to delete their interview for “Data analyst”/s);
    const toClient = await mailTo(world, 'cleo@client.example', /delete your copy/);
    for (const { token } of [toBea, toClient]) expect((await world.visitor().post('/api/deletion-acknowledgements', { token })).status).toBe(204);
    expect((await deletions(person))[0]?.holders.map(({ acknowledgedAt }) => acknowledgedAt !== null)).toEqual([true, true]);
    await world.settle();
    for (const email of [bea.email, 'cleo@client.example']) expect((await mailsTo(world, email)).filter(({ subject }) => /delete your copy/.test(subject))).toHaveLength(1);
  });

  it('is asked through whoever made the link, or an owner, where they work there no more or their address is gone', async () => {
    const { copiesHolder } = await import('../../../src/recruiters/copies/copies.personal-data.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const reader = await world.recruiter({ name: 'Gone Reader' });
    const person = await passedOn('Petra Passed', reader.email);
    await world.database.query(`insert into accounts.closed_account (account_id, name, email, purge_at) values ($1, 'Gone Reader', $2, clock.now() + interval '1 year')`, [reader.accountId, reader.email]);
    await world.app.get(Database).transaction((tx) => copiesHolder.erase(tx, reader.accountId));
    expect(await world.database.query('select from recruiters.copy where recipient_email = $1 or recipient_name is not null and invitation_id = $2', [reader.email, person.invitationId])).toEqual([]);
    await agency.visitor.delete(`/api/organisation/members/${bea.accountId}`);
    await whenItIsOver(person);
    expect(((await ask(person)).body as OwnDeletion).holders).toEqual([expect.objectContaining({ client: null, how: ['csv', 'link'] })]);
    const said = (await mailTo(world, agency.email, /delete your copy/)).text.replace(/\s+/g, ' ');
    expect(said).toContain('You have, or somebody who left had, a table (CSV) with their results. A link showed their results to a client whom we can no longer write to: please pass this on. Delete every copy by');
    await world.database.query(`insert into recruiters.member (account_id, organisation_id, roles) values ($1, $2, '{recruiter}')`, [bea.accountId, agency.organisationId]);
    await world.database.query(`update accounts.account set roles = roles || '{recruiter}' where id = $1 and not 'recruiter' = any (roles)`, [bea.accountId]);
  });

  it('is asked once more where a restored backup knows of the copies, and neither of the invitation nor of the request', async () => {
    const { Journal } = await import('../../../src/platform/journal/index.js');
    const person = await passedOn('Rhea Restored', 'restored@client.example');
    await whenItIsOver(person);
    const backup = await backedUp(world);
    expect((await ask(person)).status).toBe(200);
    await world.settle();
    await backup.restore();
    expect([await copies(person), await deletions(person)]).toEqual([[expect.objectContaining({ isOver: true })], []]);
    for (const done of [1, 0]) expect((await world.app.get(Journal).replay()).kinds.get('recruiters.deletion_asked')).toMatchObject({ done });
    person.visitor.keep(`viva.session_token=${await signedIn(world, person.accountId)}; Path=/`);
    expect([await copies(person), (await deletions(person))[0]?.holders.length]).toEqual([[], 2]);
    expect((await mailTo(world, 'restored@client.example', /delete your copy/)).text).toContain('Rhea Restored asked');
  });

  it('is in the copy of my data, of whoever made it, and of whoever it was shown to; and goes when its period is over', async () => {
    const { copiesHolder } = await import('../../../src/recruiters/copies/copies.personal-data.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const reader = await world.recruiter({ name: 'Rita Reader' });
    const person = await passedOn('Xenia Export', reader.email);
    const exported = (accountId: string) => world.app.get(Database).transaction((tx) => copiesHolder.export(tx, accountId));
    expect(await exported(person.accountId)).toMatchObject({ copiesOfYourInterviews: [{ organisation: 'Find & Co', job: 'Data analyst', client: null, how: 'csv' }, { client: 'Client Ltd', how: 'link' }] });
    expect(JSON.stringify(await exported(person.accountId))).not.toContain(person.email);
    expect(await exported(bea.accountId)).toMatchObject({ filesOfResultsYouMade: expect.arrayContaining([expect.objectContaining({ job: 'Data analyst', how: 'csv' })]) });
    expect(await exported(reader.accountId)).toMatchObject({ resultsYouWereShown: [{ organisation: 'Find & Co', asName: 'Cleo Client', client: 'Client Ltd' }] });
    await world.database.moveClock('3 years');
    expect(await known(person)).toHaveLength(2);
    expect(await exported(person.accountId)).toEqual({});
    await world.settle();
    expect(await known(person)).toEqual([]);
  });
});

describe('whoever closes their account', () => {
  it('has everybody with a copy asked as if they had asked themselves, and is forgotten only then', async () => {
    const old = await passedOn('Cora Closes', 'old@client.example');
    await whenItIsOver(old);
    const current = await passedOn('Cora Closes', 'current@client.example', { accountId: old.accountId });
    const none = await handedIn(world, template, { accountId: old.accountId });
    expect((await old.visitor.post('/api/account/deletion', { now: true })).status).toBe(200);
    await world.settle();
    for (const email of ['old@client.example', 'current@client.example']) expect((await mailTo(world, email, /delete your copy/)).text).toContain('Cora Closes asked Find & Co');
    expect(await world.database.query('select from accounts.account where id = $1', [old.accountId])).toEqual([]);
    const about = [old, current, none].map(({ invitationId }) => invitationId);
    expect(await world.database.query('select from recruiters.copy where invitation_id = any ($1)', [about])).toEqual([]);
    expect(await world.database.query('select candidate_id from recruiters.deletion where invitation_id = any ($1)', [about])).toEqual([{ candidate_id: null }, { candidate_id: null }]);
    // Who asked stands in the first mail alone by then.
    await world.database.moveClock('15 days');
    const reminder = (await mailTo(world, 'old@client.example', /Please say that/)).text.replace(/\s+/g, ' ');
    expect(reminder).toContain('Somebody asked Find & Co');
    expect(reminder).toMatch(/We asked you before, on \d+ \w+ \d{4}, in a mail that says whose interview it is/);
  });

  it('is not forgotten before they were asked, whatever kept that from happening', async () => {
    const { DeletionsWorker } = await import('../../../src/recruiters/deletions/deletions.worker.js');
    const { copiesHolder } = await import('../../../src/recruiters/copies/copies.personal-data.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const person = await passedOn('Mona Missed', 'missed@client.example');
    const mustWait = () => copiesHolder.mustWait?.(world.app.get(Database).alone, person.accountId);
    expect(await mustWait()).toBe(true);
    await world.database.query(`insert into accounts.closed_account (account_id, name, email, purge_at) values ($1, 'Mona Missed', $2, clock.now())`, [person.accountId, person.email]);
    await world.app.get(DeletionsWorker, { strict: false }).tend();
    expect([await mustWait(), await known(person)]).toEqual([false, []]);
  });
});
