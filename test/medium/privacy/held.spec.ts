import { randomUUID } from 'node:crypto';
import { Database } from '../../../src/platform/db/index.js';
import { heldRows, personalDataHolders, quotedTable } from '../../../src/platform/personal-data/index.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { issued } from '../../support/certificates.js';
import { allow } from '../../support/consents.js';
import { bought } from '../../support/gateways/built-in.js';
import { handedIn, publishedTemplate } from '../../support/invited.js';
import { type ListedCandidate, listedCandidate } from '../../support/listed-candidate.js';
import { mailsTo } from '../../support/mails.js';
import { badLuckWith } from '../../support/payments.js';
import { sampleResumePdf } from '../../support/sample-resumes.js';
import { type Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';

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

describe('the receipt of an erasure', () => {
  const rowsOf = async (): Promise<Record<string, number>> => Object.fromEntries(await Promise.all(held().map(async ({ table }) =>
    [table, (await world.database.query<{ rows: number }>(`select count(*)::int as rows from ${quotedTable(table)} ${table === 'storage.object' ? `where status <> 'deleting'` : ''}`))[0]!.rows] as const)));

  it('[MI14] says what went, and what stays, for how long and why; and so it is', async () => {
    const bo = await listedCandidate(world, { score: '8.4' });
    await recruiter.visitor.get(`/api/talent/${bo.talentId}`);
    await bo.visitor.post('/api/privacy/requests', { kind: 'correction', body: 'I am called Bo.' });
    await issued(world, bo.accountId);
    await bought(world, bo.visitor, 'ten-interviews');
    const { email } = (await bo.visitor.get('/api/account')).body as { email: string };
    const holdings = (await world.app.get(Database).transaction((tx) => heldRows(tx, world.app.get(Policy), bo.accountId))).filter(({ rows }) => rows > 0);
    expect(holdings.filter(({ stays }) => stays !== null).map(({ table }) => table).sort()).toEqual(
      ['audit.entry', 'certificates.certificate', 'consent.disclosure', 'consent.record', 'payments.customer', 'payments.invoice', 'payments.payment', 'payments.purchase', 'privacy.request']);
    const before = await rowsOf();
    expect((await bo.visitor.post('/api/account/deletion', { now: true, password: PASSWORD })).status).toBe(200);
    await world.settle();
    const after = await rowsOf();
    for (const { table, rows, stays } of holdings) {
      // The mails of the deletion itself come here, and a note for each recruiter who could see them.
      if (table.startsWith('mail.') || table === 'notifications.note') continue;
      expect([table, stays === null ? before[table]! - after[table]! >= rows : after[table]! >= before[table]!]).toEqual([table, true]);
    }
    const receipt = (await mailsTo(world, email)).find(({ subject }) => subject === 'What became of your data')!.text;
    expect(receipt).toMatch(/Deleted for good:[^]*An interview with its answers, scores and report \(2 records\)\.[^]*What stays, and why; without your name, unless it says otherwise:/);
    expect(receipt).toMatch(/What you bought.*Kept for 7 years\. Tax law asks for it/s);
    expect(receipt).toMatch(/backups forget it by themselves within 35 days/);
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
    const ends = `clock.now() + interval '3 years'`;
    for (const row of [
      `recruiters.colleague_invitation (id, organisation_id, email, roles, token_hash, ends_at, expires_at) values (gen_random_uuid(), $1, 'new@client.example', '{recruiter}', repeat('a', 64), clock.now(), ${ends})`,
      `survey.tally (template_id, year, score, people, expires_at) values ('${template.templateId}', 2026, 7000, 5, ${ends})`,
      `privacy.incident (id, what, data, known_at, notify_by, expires_at) values (gen_random_uuid(), 'A list lay open.', 'Addresses', clock.now(), clock.now() + interval '72 hours', ${ends})`,
      `privacy.usage_count (day, kind, name, duration, count, expires_at) values (current_date, 'page', '/', 'under 1 s', 1, ${ends})`,
    ]) await world.database.query(`insert into ${row}`, row.includes('$1') ? [recruiter.organisationId] : []);
    for (const row of [
      `privacy.legal_disclosure (id, account_id, recipient, ground, data, reason, disclosed_at, expires_at) values (gen_random_uuid(), $1, 'A court', 'A law', 'Address', 'It had to be.', clock.now(), ${ends})`,
      `privacy.minor_report (id, account_id, about, why, expires_at) values (gen_random_uuid(), $1, 'This one', 'Looks young', ${ends})`,
      `privacy.legal_hold (id, account_id, modules, ground, reason, holds_until, expires_at) values (gen_random_uuid(), $1, '{accounts}', 'A law', 'A court asks.', clock.now() + interval '1 year', ${ends})`,
    ]) await world.database.query(`insert into ${row}`, [ada.accountId]);
    await world.database.query(`insert into accounts.link (id, kind, account_id, expires_at) values ($1, 'sign_in', $2, clock.now() + interval '10 minutes')`, [randomUUID(), ada.accountId]);
    await world.database.query(`insert into ai.run (id, role, provider, model, account_id, fields, cost_micro_usd, expires_at) values ($1, 'evaluator', 'anthropic', 'some-model', $2, '{answer}', 0, clock.now() + interval '6 months')`, [randomUUID(), ada.accountId]);
    await world.database.query(`insert into notifications.news (id, title, body, recipients, expires_at) values ($1, 'New here', 'A thing.', 1, clock.now() + interval '1 year')`, [randomUUID()]);
    const { certificateId } = await issued(world, ada.accountId);
    await world.database.query(`insert into certificates.measure (id, certificate_id, kind, reason, taken_by, expires_at) select $1, id, 'suspended', 'Somebody asked.', $3, valid_until from certificates.certificate where id = $2`, [randomUUID(), certificateId, recruiter.accountId]);
    await bought(world, ada.visitor, 'practice-monthly');
    await badLuckWith(world.database, ada.accountId);
    const before = await copies();
    await world.database.moveClock('20 years');
    const aged = await copies();
    const none: string[] = [];
    for (const { table, where } of ending()) if ((await world.database.query(`select 1 from ${table} where ${where}`, [people()])).length === 0) none.push(table);
    expect(none).toEqual([]);
    for (const { table, where } of ending()) await world.database.query(`delete from ${table} where ${where}`, [people()]);
    expect(aged).toEqual(await copies());
    expect(aged).not.toEqual(before);
  });
});
