import { takeBack } from '../../support/consents.js';
import { handedIn, type Invited, type PublishedTemplate, publishedTemplate } from '../../support/invited.js';
import { mailTo, mailsTo } from '../../support/mails.js';
import { ResultCopies } from '../../../src/recruiters/copies/result-copies.js';
import { signedIn } from '../../support/people.js';
import { World } from '../../support/world.js';

let world: World;
let agency: Awaited<ReturnType<World['recruiter']>>;
let template: PublishedTemplate;
beforeAll(async () => {
  world = await World.create();
  agency = await world.recruiter({ name: 'Grace Recruiter', organisation: { name: 'Find & Co', kind: 'agency', clients: [{ name: 'Client Ltd' }] } });
  template = await publishedTemplate(world, agency.organisationId, { clientName: 'Client Ltd' });
});
afterAll(() => world.destroy());

interface Seen { what: string; client: string | null; fields: string[]; at: string }
interface Shared { people: { name: string; score: { shown: string; from: string } | null; answers: { text: string }[] }[] }
interface OwnDeletion { invitationId: string; holders: { client: string | null; how: string[]; acknowledgedAt: string | null; remindedAt: string | null }[]; dueAt: string; askedAt: string }

const ids = (...people: readonly Invited[]) => people.map(({ invitationId }) => invitationId);
const copy = (people: readonly Invited[], kind = 'csv', by = agency.visitor) => by.post(`/api/templates/${template.templateId}/copies/${kind}`, { invitationIds: ids(...people) });
const share = (people: readonly Invited[], wish: object = {}, by = agency.visitor) =>
  by.post(`/api/templates/${template.templateId}/client-links`, { invitationIds: ids(...people), recipientName: 'Cleo Client', recipientEmail: 'Cleo@client.example', days: 14, ...wish });
const open = (token: string) => world.visitor().post('/api/client-links/reading', { token });
const seenBy = async (person: Invited): Promise<Seen[]> => ((await person.visitor.get(`/api/consents/disclosures?matter=${person.invitationId}`)).body as { disclosures: Seen[] }).disclosures;
const linkTo = async (email = 'cleo@client.example') => (await mailTo(world, email, /shares interview results/)).token;
const links = async () => ((await agency.visitor.get(`/api/templates/${template.templateId}/client-links`)).body as { links: { id: string; isLive: boolean; shows: string[]; openings: string[] }[]; shareable: { invitationId: string }[] });

describe('a copy of results', () => {
  it('[MO15] is a table or a PDF of what its maker may see, and each person in it reads who made it', async () => {
    const person = await handedIn(world, template, { name: '=Ada "Ace" Lovelace', scores: [8, 6] });
    const file = await copy([person]);
    expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([200, 'text/csv; charset=utf-8; header=present', 'attachment; filename="interviews.csv"']);
    const [heading, row] = file.text.trimEnd().split('\r\n');
    expect(heading).toContain('"Name","E-mail","Client","Handed in (UTC)"');
    expect(row).toContain(`"'=Ada ""Ace"" Lovelace","${person.email}","Client Ltd"`);
    expect(row).toContain('"hidden until you have rated"');
    expect(row).not.toMatch(/"7\.00"/);
    await agency.visitor.post(`/api/invitations/${person.invitationId}/scorecard/submission`, { marks: [1, 2].map((position) => ({ position, mark: 4, note: '' })), recommendation: 'yes', summary: '' });
    expect((await copy([person])).text).toContain('"7.00","10","the evaluator","7.00"');
    const paper = await copy([person], 'pdf');
    expect([paper.status, paper.headers.get('content-type'), paper.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
    const copies = (await seenBy(person)).filter(({ what }) => what === 'invited_export');
    expect(copies.map(({ fields }) => fields)).toEqual([['email', 'name', 'scores'], ['email', 'name', 'scores'], ['email', 'name']]);
  });

  it('leaves out whoever takes their consent back while it is written, and is made for nobody else', async () => {
    const [first, leaver, last] = [await handedIn(world, template), await handedIn(world, template), await handedIn(world, template)];
    const file = await world.app.get(ResultCopies, { strict: false }).csv(agency.accountId, template.templateId, ids(first, leaver, last));
    const parts = file[Symbol.asyncIterator]() as AsyncIterator<Buffer | string>;
    const taken = [String((await parts.next()).value)];
    await takeBack(world, leaver.accountId, 'invited_result', leaver.invitationId);
    for (let part = await parts.next(); !part.done; part = await parts.next()) taken.push(String(part.value));
    expect(taken.join('')).toContain(last.email);
    expect(taken.join('')).not.toContain(leaver.email);
    expect((await seenBy(leaver)).filter(({ what }) => what === 'invited_export')).toEqual([]);
    expect((await copy([leaver])).body).toMatchObject({ code: 'recruiters.nobody_to_copy' });
    const other = await world.recruiter();
    expect((await copy([first], 'csv', other.visitor)).status).toBe(404);
    const foreign = await publishedTemplate(world, other.organisationId);
    expect((await other.visitor.post(`/api/templates/${foreign.templateId}/copies/csv`, { invitationIds: ids(first) })).body).toMatchObject({ code: 'recruiters.nobody_to_copy' });
  });
});

describe('a link for a client', () => {
  it('[MO15] shows the named client the answers and the score of those who let it, and no address; each opening stands with the candidate and the recruiter', async () => {
    const [person, refuser] = [await handedIn(world, template, { name: 'Ida Shown', clientSharing: true }), await handedIn(world, template)];
    expect((await share([person, refuser])).body).toMatchObject({ code: 'recruiters.not_passed_on' });
    expect((await links()).shareable.map(({ invitationId }) => invitationId)).toEqual([person.invitationId]);
    expect((await share([person])).status).toBe(201);
    const mail = await mailTo(world, 'cleo@client.example', /shares interview results/);
    expect(mail.text).not.toMatch(/Ida|invited-/);
    // A program that follows the link gets the page and no results.
    expect((await world.visitor().get('/shared')).text).not.toContain('Ida');
    expect((await links()).links[0]).toMatchObject({ isLive: true, openings: [] });

    const shown = await open(mail.token);
    expect(shown.body).toMatchObject({ clientName: 'Client Ltd', people: [{ name: 'Ida Shown', score: { shown: '7.00', from: 'evaluation' }, answers: [{ text: expect.stringContaining('signups-halved') }, {}] }] });
    expect(shown.text).not.toMatch(new RegExp(`${person.email}|${person.interviewId}|recommendation|decision`));
    expect((await links()).links[0]?.openings).toHaveLength(1);
    expect((await seenBy(person)).map(({ what, client, fields }) => [what, client, fields])).toEqual([['client_link', 'Client Ltd', ['answers', 'name', 'scores']]]);
  });

  it('[MO03] shows nothing more of somebody from the moment they take it back, and nothing at all once it is revoked or over', async () => {
    const [stays, leaves] = [await handedIn(world, template, { name: 'Sam Stays', clientSharing: true }), await handedIn(world, template, { name: 'Lea Leaves', clientSharing: true })];
    await share([stays, leaves], { recipientEmail: 'two@client.example' });
    const token = await linkTo('two@client.example');
    expect(((await open(token)).body as Shared).people.map(({ name }) => name).sort()).toEqual(['Lea Leaves', 'Sam Stays']);
    await takeBack(world, leaves.accountId, 'client_sharing', leaves.invitationId);
    expect(((await open(token)).body as Shared).people.map(({ name }) => name)).toEqual(['Sam Stays']);
    const [link] = (await links()).links;
    expect(link).toMatchObject({ shows: [stays.invitationId] });
    expect((await (await world.recruiter()).visitor.delete(`/api/client-links/${link!.id}`)).status).toBe(404);
    expect((await agency.visitor.delete(`/api/client-links/${link!.id}`)).status).toBe(204);
    const over = await open(token);
    expect([over.status, over.text]).toEqual([404, (await open('nothing')).text]);
  });

  it('is told of to the organisation when somebody takes it back, once and without their name; not when they take back all of it', async () => {
    const told = async () => ((await agency.visitor.get('/api/notes')).body as { notes: { kind: string; body: string }[] }).notes.filter(({ kind }) => kind === 'recruiters.not_passed_on').map(({ body }) => body);
    const [one, all] = [await handedIn(world, template, { name: 'Uma Unshared', clientSharing: true }), await handedIn(world, template, { clientSharing: true })];
    await world.settle();
    const before = (await told()).length;
    await takeBack(world, one.accountId, 'client_sharing', one.invitationId);
    await takeBack(world, all.accountId, 'invited_result', all.invitationId);
    await world.settle();
    const [news, ...earlier] = await told();
    expect(earlier).toHaveLength(before);
    expect(news).toMatch(/no longer lets their results go to Client Ltd/);
    expect(news).not.toContain('Uma');
  });

  it('[MO04] cannot be made for somebody who did not allow it, of another organisation, or of somebody else, even by writing rows', async () => {
    const [person, another, refuser] = [await handedIn(world, template, { clientSharing: true }), await handedIn(world, template, { clientSharing: true }), await handedIn(world, template)];
    await share([person], { recipientEmail: 'rows@client.example' });
    const [link] = (await links()).links;
    const rowOf = (of: Invited, whose = of.accountId, organisationId = agency.organisationId) => world.database.query(
      `insert into recruiters.client_link_result (link_id, organisation_id, invitation_id, candidate_id, scope, fields, grant_expires_at) values ($1, $2, $3::uuid, $4, $3::uuid::text, '{}', 'infinity')`, [link!.id, organisationId, of.invitationId, whose]);
    await expect(rowOf(person)).rejects.toThrow(/duplicate key/);
    await expect(rowOf(refuser)).rejects.toThrow(/foreign key/);
    await expect(rowOf(refuser, person.accountId)).rejects.toThrow(/foreign key/);
    await expect(rowOf(another, another.accountId, (await world.recruiter()).organisationId)).rejects.toThrow(/foreign key/);
    expect((await share([person], { days: 31 })).body).toMatchObject({ code: 'recruiters.link_too_long' });
    const other = await world.recruiter();
    expect((await share([person], {}, other.visitor)).status).toBe(404);
  });

  it('goes with whoever got it, once they delete an account with that address', async () => {
    const person = await handedIn(world, template, { clientSharing: true });
    await share([person], { recipientEmail: person.email });
    await open(await linkTo(person.email));
    await person.visitor.post(`/api/invitations/mine/${person.invitationId}/deletion`);
    const rows = () => world.database.query('select recipient_email from recruiters.client_link where recipient_email = $1 union all select recipient_email from recruiters.deletion_recipient where recipient_email = $1', [person.email]);
    expect(await rows()).toHaveLength(2);
    await world.database.query(`insert into accounts.closed_account (account_id, name, email, purge_at) values ($1, 'Maren Holt', $2, clock.now())`, [person.accountId, person.email]);
    const { personalDataHolders } = await import('../../../src/platform/personal-data/index.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    await world.app.get(Database).transaction(async (tx) => {
      for (const holder of personalDataHolders().filter(({ module }) => module === 'recruiters')) await holder.erase(tx, person.accountId);
    });
    expect(await rows()).toEqual([]);
    await world.database.query('delete from recruiters.deletion where candidate_id is null');
  });

  it('goes to nobody of the organisation, who would read by it what is kept from them until they have rated', async () => {
    const person = await handedIn(world, template, { clientSharing: true });
    expect((await share([person], { recipientEmail: agency.email })).body).toMatchObject({ code: 'recruiters.not_at_a_client' });
  });
});

describe('an invitation whose results were passed on', () => {
  it('does not begin anew: whoever asks for the deletion of what is out there must still find it', async () => {
    const [copied, shown] = [await handedIn(world, template), await handedIn(world, template, { clientSharing: true })];
    const reset = ({ invitationId }: Invited) => agency.visitor.post(`/api/invitations/${invitationId}/reset`);
    await copy([copied]);
    await share([shown], { recipientEmail: 'reset@client.example' });
    await open(await linkTo('reset@client.example'));
    for (const person of [copied, shown]) expect(await reset(person)).toMatchObject({ status: 409, body: { code: 'recruiters.invitation_moved_on' } });
    expect((await agency.visitor.get(`/api/invitations/${copied.invitationId}`)).body).toMatchObject({ state: 'complete', can: { reset: false } });
  });
});

/** Moves the clock: stays last. */
describe('the deletion of an interview', () => {
  it('is done at once, and asks everybody with a copy by mail to delete it; who has answered, the candidate and the organisation can see', async () => {
    const person = await handedIn(world, template, { name: 'Nora Gone', clientSharing: true });
    const bea = await world.recruiter({ name: 'Bea Copier', organisationId: agency.organisationId });
    await copy([person], 'csv', bea.visitor);
    await copy([person], 'pdf', bea.visitor);
    await share([person], { recipientEmail: 'holder@client.example' });
    await share([person], { recipientEmail: 'never@client.example', recipientName: 'Never Opens' });
    const token = await linkTo('holder@client.example');
    await open(token);

    expect((await (await handedIn(world, template)).visitor.post(`/api/invitations/mine/${person.invitationId}/deletion`)).status).toBe(404);
    const asked = await person.visitor.post(`/api/invitations/mine/${person.invitationId}/deletion`);
    expect(asked.body).toMatchObject({ invitationId: person.invitationId, organisationName: 'Find & Co', holders: [{ client: null, how: ['csv', 'pdf'] }, { client: 'Client Ltd', how: ['link'] }] });
    const { askedAt, dueAt } = asked.body as OwnDeletion;
    expect(Date.parse(dueAt) - Date.parse(askedAt)).toBe(30 * 86_400_000);
    expect(asked.text).not.toMatch(/Bea|Cleo/);
    expect((await person.visitor.post(`/api/invitations/mine/${person.invitationId}/deletion`)).body).toEqual(asked.body);

    expect((await agency.visitor.get(`/api/invitations/${person.invitationId}/report`)).status).toBe(404);
    expect((await person.visitor.get(`/api/interviews/${person.interviewId}/report`)).status).toBe(404);
    expect((await open(token)).body).toMatchObject({ people: [] });
    expect(await world.database.query('select 1 from consent.live_grant where scope = $1', [person.invitationId])).toEqual([]);

    const due = await agency.visitor.get('/api/deletions');
    expect(due.body).toMatchObject({ deletions: [{ holders: [{ name: 'Bea Copier', acknowledgedAt: null }, { name: 'Cleo Client', client: 'Client Ltd' }] }] });
    expect(due.text).not.toContain('Nora');
    expect(await mailsTo(world, 'never@client.example')).toHaveLength(1);

    const toBea = await mailTo(world, bea.email, /delete your copy/);
    expect(toBea.text).toContain('Nora Gone asked Find & Co');
    const says = (path: string, said: string) => world.visitor().post(`/api/deletion-acknowledgements${path}`, { token: said });
    expect((await says('/reading', toBea.token)).body).toMatchObject({ how: ['csv', 'pdf'], acknowledgedAt: null });
    expect((await says('', toBea.token)).status).toBe(204);
    expect((await says('', toBea.token)).status).toBe(204);
    expect((await says('', 'nothing')).body).toMatchObject({ code: 'recruiters.acknowledgement_over' });

    await world.database.moveClock('15 days');
    await world.settle();
    const reminder = await mailTo(world, 'holder@client.example', /say that your copy/);
    expect((await mailsTo(world, bea.email)).filter(({ subject }) => /say that/.test(subject))).toEqual([]);
    await world.database.moveClock('1 day');
    await world.settle();
    expect((await mailsTo(world, 'holder@client.example')).filter(({ subject }) => /say that/.test(subject))).toHaveLength(1);
    expect((await says('', reminder.token)).status).toBe(204);
    person.visitor.keep(`viva.session_token=${await signedIn(world, person.accountId)}; Path=/`);
    const { deletions } = (await person.visitor.get('/api/deletions/mine')).body as { deletions: OwnDeletion[] };
    expect(deletions[0]?.holders.every(({ acknowledgedAt }) => acknowledgedAt !== null)).toBe(true);
    const { notes } = (await person.visitor.get('/api/notes')).body as { notes: { title: string; link: string | null }[] };
    expect(notes).toContainEqual(expect.objectContaining({ title: 'Every copy of your interview is deleted', link: '/invited' }));
    expect(await world.database.query('select 1 from recruiters.deletion_recipient where recipient_email is not null or recipient_name is not null')).toEqual([]);
  });

  it('stands in nobody’s way, and nobody in its: a copy that is made and a consent that is taken back in the same moment', async () => {
    const { visitor } = await world.recruiter({ organisationId: agency.organisationId });
    for (let round = 0; round < 4; round += 1) {
      const person = await handedIn(world, template, { clientSharing: true });
      const ask = () => person.visitor.post(`/api/invitations/mine/${person.invitationId}/deletion`);
      const [asked, again, , copied] = await Promise.all([ask(), ask(), takeBack(world, person.accountId, 'invited_result', person.invitationId), copy([person], 'csv', visitor)]);
      expect([asked.status, again.status]).toEqual([200, 200]);
      expect([200, 409]).toContain(copied.status);
      const holders = (await ask()).body as OwnDeletion;
      expect(holders.holders).toHaveLength(copied.status === 200 ? 1 : 0);
    }
  });

  it('stays in the register when the person is gone, without saying who it was', async () => {
    const person = await handedIn(world, template);
    await person.visitor.post(`/api/invitations/mine/${person.invitationId}/deletion`);
    const { deletionsHolder } = await import('../../../src/recruiters/deletions/deletions.personal-data.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const left = await world.app.get(Database).transaction(async (tx) => {
      await deletionsHolder.erase(tx, person.accountId);
      return deletionsHolder.remaining(tx, person.accountId);
    });
    expect(left).toEqual([]);
    expect(await world.database.query('select candidate_id, job_title from recruiters.deletion where invitation_id = $1', [person.invitationId])).toEqual([{ candidate_id: null, job_title: 'Data analyst' }]);
  });
});
