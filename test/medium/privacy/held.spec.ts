import { randomUUID } from 'node:crypto';
import { Database } from '../../../src/platform/db/index.js';
import { personalDataHolders } from '../../../src/platform/personal-data/index.js';
import { allow } from '../../support/consents.js';
import { handedIn, publishedTemplate } from '../../support/invited.js';
import { type ListedCandidate, listedCandidate } from '../../support/listed-candidate.js';
import { sampleResumePdf } from '../../support/sample-resumes.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

interface Kind { id: string; records: number; nextEnd: string | null; endless: number }

let world: World;
let ada: ListedCandidate;
let recruiter: Awaited<ReturnType<World['recruiter']>>;
beforeAll(async () => {
  world = await World.create();
  recruiter = await world.recruiter();
  ada = await listedCandidate(world, { score: '8.1' });
});
afterAll(() => world.destroy());

const kindsOf = async (visitor: Visitor): Promise<Record<string, Kind>> => {
  const { kinds } = (await visitor.get('/api/privacy/holdings')).body as { kinds: Kind[] };
  return Object.fromEntries(kinds.map((kind) => [kind.id, kind]));
};
const held = (): { table: string; subjectColumn: string | null; until?: string }[] => personalDataHolders().flatMap(({ tables }) => tables);

describe('what is held of me', () => {
  it('counts what others wrote about me, the acts of my consents, and what was done with my account', async () => {
    const { id } = (await recruiter.visitor.post('/api/shortlists', { name: 'Search' })).body as { id: string };
    await recruiter.visitor.post(`/api/shortlists/${id}/entries`, { talentId: ada.talentId });
    const { entries } = (await recruiter.visitor.get(`/api/shortlists/${id}`)).body as { entries: { id: string }[] };
    await recruiter.visitor.put(`/api/shortlist-entries/${entries[0]!.id}/tags`, { tags: ['strong'] });
    await recruiter.visitor.post(`/api/shortlist-entries/${entries[0]!.id}/notes`, { text: 'Met at a fair.' });
    const kinds = await kindsOf(ada.visitor);
    expect(kinds['shortlists']).toMatchObject({ records: 3 });
    expect(kinds['register']!.records).toBe((await world.database.query(
      `select 1 from consent.record r join consent.subject s on s.ref = r.subject_ref where s.account_id = $1
       union all select 1 from consent.disclosure where subject_id = $1 union all select 1 from audit.entry where $1 in (actor_id, subject_id)`, [ada.accountId])).length);
    expect(kinds['register']!.records).toBeGreaterThan(0);
    expect((await kindsOf(recruiter.visitor))['shortlists']).toMatchObject({ records: 1 });
  });

  it('says how much of it stays until I act, beside what ends by itself', async () => {
    await allow(world, ada.accountId, 'resume_keeping');
    expect((await kindsOf(ada.visitor))['own end: consent']).toMatchObject({ records: 2, endless: 1, nextEnd: expect.any(String) });
    expect((await kindsOf(ada.visitor))['interviewResults']).toMatchObject({ records: 1, endless: 0 });
    await world.database.query('update interviews.interview set expires_at = null where candidate_id = $1', [ada.accountId]);
    expect((await kindsOf(ada.visitor))['interviewResults']).toMatchObject({ records: 1, endless: 1, nextEnd: null });
    await world.database.query(`update interviews.interview set expires_at = clock.now() + interval '1 day' where candidate_id = $1`, [ada.accountId]);
  });
});

describe('the copy of my data', () => {
  const people = (): string[] => [ada.accountId, recruiter.accountId];
  const copies = () => world.app.get(Database).transaction(async (tx) => {
    const parts = [];
    for (const id of people()) for (const holder of personalDataHolders()) parts.push([holder.module, await holder.export(tx, id)]);
    return parts;
  });
  // A closed account is purged as a whole when its end comes.
  const ending = () => held().flatMap(({ table, subjectColumn, until }) => (until === undefined || table === 'accounts.closed_account' ? [] : [{ table, where: `${subjectColumn === null ? '$1::uuid[] is not null' : `"${subjectColumn}" = any($1)`} and "${until}" <= clock.now()` }]));

  it('holds nothing that has ended, though no sweep has been there yet', async () => {
    const pay = { min: 5_000_000, max: 6_000_000, currency: 'EUR', per: 'year' };
    const { id } = (await ada.visitor.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3 })).body as { id: string };
    await allow(world, ada.accountId, 'recording', id);
    const done = [
      await ada.visitor.post(`/api/interviews/${id}/answers/1/takes`, { takeId: randomUUID(), kind: 'video', contentType: 'video/webm' }),
      await ada.visitor.putFile('/api/resume', await sampleResumePdf()),
      await ada.visitor.post('/api/assessments', { roleId: 'software-engineer', description: 'We look for somebody who knows TypeScript and PostgreSQL.' }),
      await recruiter.visitor.get(`/api/talent/${ada.talentId}`),
      await recruiter.visitor.post('/api/contact-requests', { talentId: ada.talentId, clientId: null, jobTitle: 'Search engineer', pay, message: 'Shall we talk?' }),
      await ada.visitor.post('/api/privacy/requests', { kind: 'correction', body: 'I am called Aida.' }),
      await ada.visitor.post('/api/data-export'),
      await ada.visitor.post('/api/account/email', { email: 'ada-new@example.com' }),
    ];
    expect(done.map(({ status }) => status)).toEqual([201, 200, 201, 200, 201, 201, 202, 202]);
    const template = await publishedTemplate(world, recruiter.organisationId, { clientName: 'Client Ltd' });
    const { invitationId } = await handedIn(world, template, { accountId: ada.accountId, clientSharing: true });
    const passedOn = [
      await ada.visitor.post(`/api/invitations/mine/${invitationId}/survey`, { eventId: randomUUID(), noticeVersion: 1, sex: 'female', race: null }),
      await recruiter.visitor.post(`/api/templates/${template.templateId}/client-links`, { invitationIds: [invitationId], recipientName: 'Cleo', recipientEmail: 'cleo@client.example', days: 3 }),
      await recruiter.visitor.post(`/api/templates/${template.templateId}/copies/csv`, { invitationIds: [invitationId] }),
    ];
    expect(passedOn.map(({ status }) => status)).toEqual([204, 201, 200]);
    await world.database.query(
      `insert into recruiters.invitation_batch (id, organisation_id, template_version_id, sender_id, event_id, lines, sent, finished_at, expires_at) values ($1, $2, $3, $4, $1, 1, 1, clock.now(), clock.now() + interval '30 days')`,
      [randomUUID(), recruiter.organisationId, template.versionId, recruiter.accountId]);
    await world.database.query(
      `insert into recruiters.deletion (id, organisation_id, candidate_id, job_title, due_at, expires_at) values ($1, $2, $3, 'Analyst', clock.now() + interval '30 days', clock.now() + interval '3 years')`, [randomUUID(), recruiter.organisationId, ada.accountId]);
    await world.database.query(`insert into accounts.link (id, kind, account_id, expires_at) values ($1, 'sign_in', $2, clock.now() + interval '10 minutes')`, [randomUUID(), ada.accountId]);
    await world.database.query(`insert into ai.run (id, role, provider, model, account_id, fields, cost_micro_usd, expires_at) values ($1, 'evaluator', 'anthropic', 'some-model', $2, '{answer}', 0, clock.now() + interval '6 months')`, [randomUUID(), ada.accountId]);
    const before = await copies();
    await world.database.moveClock('20 years');
    const aged = await copies();
    for (const { table, where } of ending()) expect([table, (await world.database.query(`select 1 from ${table} where ${where}`, [people()])).length > 0]).toEqual([table, true]);
    for (const { table, where } of ending()) await world.database.query(`delete from ${table} where ${where}`, [people()]);
    expect(aged).toEqual(await copies());
    expect(aged).not.toEqual(before);
  });
});
